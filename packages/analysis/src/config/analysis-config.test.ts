import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configOf, parseConfig } from './analysis-config.ts'

const parsed = (config: object) => parseConfig(JSON.stringify(config), 'c.json')

test('what a device does not say for itself holds for all', () => {
  const config = parsed({
    ...{ empty_distance_mm: 2000, full_distance_mm: 300, mould_class: 'resistant' },
    devices: { a: { empty_distance_mm: 1700, timezone: 'Europe/Berlin', mould_cmat: 1 } },
  })
  expect(configOf('a', config)).toEqual({
    ...{ emptyDistanceMm: 1700, fullDistanceMm: 300, timezone: 'Europe/Berlin' },
    ...{ mouldClass: 'resistant', mouldCmat: 1 },
  })
  expect(configOf('toString', config)).toMatchObject({
    ...{ emptyDistanceMm: 2000, timezone: 'Europe/Brussels', mouldCmat: 0.5 },
  })
})

test('without a file everything has its default', () => {
  expect(configOf('a', parseConfig(undefined, ''))).toEqual({
    ...{ emptyDistanceMm: null, fullDistanceMm: null, timezone: 'Europe/Brussels' },
    ...{ mouldClass: 'very_sensitive', mouldCmat: 0.5 },
  })
})

test.each([
  [{ empty: 3 }, 'c.json: unknown empty'],
  [{ devices: { a: { columns: {} } } }, 'c.json: devices.a: unknown columns'],
  [
    { columns: { distance: 'x' } },
    'c.json: columns.distance: no such field; there are device, ts, ',
  ],
  [
    { columns: { ts: 3 } },
    'c.json: columns.ts: wanted the name of a column, or {column, scale, offset}',
  ],
  [{ timezone: 'Mars/Base' }, 'c.json: timezone: wanted an IANA time zone'],
  [{ mould_class: 'wood' }, 'c.json: mould_class: wanted very_sensitive, sensitive,'],
  [{ mould_cmat: 2 }, 'c.json: mould_cmat: wanted at most 1'],
  [{ empty_distance_mm: '2 m' }, 'c.json: empty_distance_mm: wanted millimetres'],
  [
    { empty_distance_mm: 300, devices: { a: { full_distance_mm: 2000 } } },
    'c.json: devices.a: empty_distance_mm: got 300, wanted more than full_distance_mm, 2000',
  ],
])('%j is refused with its place and what is wanted', (config, message) => {
  expect(() => parsed(config)).toThrow(message)
})

test('every mistake is named at once, and what is no JSON is said to be none', () => {
  expect(() => parsed({ empty: 1, mould_cmat: -1 })).toThrow(
    /mould_cmat: wanted at least 0\n.*unknown empty/,
  )
  expect(() => parseConfig('{', 'c.json')).toThrow('c.json: no JSON: ')
})

test('the documented example is a configuration', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../../docs/analyse.md'), 'utf8')
  const [, example] = /```json\n(.*?)```/s.exec(docs) ?? []
  const config = parseConfig(example ?? '', 'example')
  expect(configOf('70B3D500700016EB', config)).toMatchObject({ emptyDistanceMm: 1000 })
  expect(config.columns.battery_mv).toBe('battery_mv')
})
