import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv } from './parse-csv.ts'

const cells = (text: string) => parseCsv(text).map((row) => row.cells)

test.each([',', ';', '\t', '|'])('cells are parted by %j', (separator) => {
  expect(cells(`a${separator}b\n1${separator}2`)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a BOM, Excel’s own first line and every kind of line end are understood', () => {
  expect(cells('\uFEFFa;b\r\n1;2\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(cells('sep=,\r\na,b\r1,2\r')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('quoted cells hold separators, quotes and lines; rows know their line', () => {
  const rows = parseCsv('name,place\n"Markt, 12","say ""hi""\nthere"\n\nlast,')
  expect(rows).toEqual([
    { line: 1, cells: ['name', 'place'] },
    { line: 2, cells: ['Markt, 12', 'say "hi"\nthere'] },
    { line: 5, cells: ['last', ''] },
  ])
})

test('a comma within a decimal number does not win over the semicolon', () => {
  expect(cells('a;b\n4,7;50,8')[1]).toEqual(['4,7', '50,8'])
})

test('whatever is written is read back', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'é', ' ') })
    .map((text) => text.trim())
  const row = fc.array(cell, { minLength: 2, maxLength: 4 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const wanted = rows.filter((one) => one.some((text) => text !== ''))
      const text = ['a,b', ...rows.map((one) => one.map(quote).join(','))].join('\r\n')
      expect(cells(text).slice(1)).toEqual(wanted)
    }),
  )
})

test('any text is read without a fault', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseCsv(text))))
})
