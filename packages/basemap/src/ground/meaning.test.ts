import { describe, expect, test } from 'vitest'
import { meaningOfArea } from './meaning-of-area.ts'
import { meaningOfLine } from './meaning-of-line.ts'
import { meaningOfPlace } from './meaning-of-place.ts'

const tags = (text: string) =>
  new Map(text.split(' ').map((tag) => tag.split('=') as [string, string]))

describe('a line', () => {
  test.each([
    ['highway=trunk name=A12', 'road', 'motorway', 6],
    ['highway=tertiary', 'road', 'secondary', 11],
    ['highway=residential name=Kerkstraat', 'road', 'minor', 13],
    ['highway=steps', 'road', 'path', 14],
    ['waterway=river name=Dijle', 'waterway', 'river', 8],
  ])('%s is %s %s from zoom %d', (text, layer, name, from) => {
    expect(meaningOfLine(tags(text))).toMatchObject({ layer, from, properties: { class: name } })
  })

  test.each([
    'highway=construction',
    'highway=pedestrian area=yes',
    'waterway=river tunnel=culvert',
    'railway=rail',
  ])('%s is not drawn', (text) => {
    expect(meaningOfLine(tags(text))).toBeUndefined()
  })

  test('a motorway without a name is called by its number', () => {
    expect(meaningOfLine(tags('highway=motorway ref=E314'))?.name).toBe('E314')
  })
})

test.each([
  ['natural=water', 'water'],
  ['landuse=forest', 'green'],
  ['leisure=park', 'green'],
])('an area with %s is %s', (text, layer) => {
  expect(meaningOfArea(tags(text))?.layer).toBe(layer)
})

test('a building is none of it', () => {
  expect(meaningOfArea(tags('building=yes'))).toBeUndefined()
})

test('the more people, the smaller the rank; without a name there is nothing to write', () => {
  const rank = (text: string) => meaningOfPlace(tags(text))?.properties.rank
  expect(rank('place=city name=Leuven population=102851')).toBe(5)
  expect(rank('place=village name=Herent')).toBe(11)
  expect(rank('place=hamlet name=X population=many')).toBe(14)
  expect(rank('place=isolated_dwelling name=X population=1')).toBe(20)
  expect(meaningOfPlace(tags('place=town'))).toBeUndefined()
  expect(meaningOfPlace(tags('place=sea name=Noordzee'))).toBeUndefined()
})
