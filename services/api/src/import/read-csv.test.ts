import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

test('a long file is read in turns with others, and letters that a piece ends in stay whole', async () => {
  const names = Array.from({ length: 6000 }, (_, at) => `${'é'.repeat(at % 7)}‚${at}`)
  let turns = 0
  const counting = setInterval(() => turns++, 0)
  const rows = await readCsv(`id,name\n${names.map((name, at) => `${at},${name}\n`).join('')}`)
  clearInterval(counting)
  expect(rows.map(({ fields }) => fields.name)).toEqual(names)
  expect(rows.at(-1)).toEqual({ row: 6001, fields: { id: '5999', name: names.at(-1) } })
  expect(turns).toBeGreaterThan(3)
})
