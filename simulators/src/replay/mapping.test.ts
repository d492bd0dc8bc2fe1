import { expect, test } from 'vitest'
import { parseMapping, readRow } from './mapping.ts'

const mapping = parseMapping(
  'ts=time,device=eui,distance_cm=cm,temp_f=f,battery_mv=mv,rh_fraction=rh,seq=n',
)
const row = {
  eui: 'A1',
  time: '2020-05-08T22:52:05.364Z',
  cm: '96',
  f: '68',
  mv: '3610',
  rh: '0.5',
}

test('converts units to those of the payload', () => {
  expect(readRow(row, mapping)).toEqual({
    deviceId: 'A1',
    at: Date.UTC(2020, 4, 8, 22, 52, 5, 364),
    measured: { distance_mm: 960, temp_c: 20, battery_v: 3.61, rh_pct: 50 },
  })
})

test('understands seconds, milliseconds and times without a zone as UTC', () => {
  const at = (time: string) => {
    const reading = readRow({ ...row, time }, mapping)
    return 'at' in reading ? reading.at : reading.unreadable
  }
  expect(at('1600000000')).toBe(1_600_000_000_000)
  expect(at('1600000000123')).toBe(1_600_000_000_123)
  expect(at('2020-05-08 22:52:05')).toBe(Date.UTC(2020, 4, 8, 22, 52, 5))
})

test('an empty cell is not measured; a row with nothing else is none', () => {
  expect(readRow({ ...row, mv: '', f: ' ' }, mapping)).toMatchObject({
    measured: { distance_mm: 960, rh_pct: 50 },
  })
  expect(readRow({ ...row, cm: '', f: '', rh: '' }, mapping)).toEqual({
    unreadable: 'nothing measured',
  })
})

test.each([
  [{ cm: 'far' }, 'cm: got "far", wanted a number'],
  [{ time: 'yesterday' }, 'time: got "yesterday", wanted a time'],
  [{ eui: 'a b' }, 'eui: got "a b", wanted a device id'],
])('says why a row cannot be read: %o', (change, unreadable) => {
  expect(readRow({ ...row, ...change }, mapping)).toEqual({ unreadable })
})

test.each([
  ['device=a,ts=b', 'wanted at least device=…, ts=… and one measurement'],
  ['device=a,ts=b,distance=c', '"distance" is no field'],
  ['device=a,ts=b,temp_c', 'got "temp_c=", wanted field=column'],
])('refuses a mapping that is none: %s', (text, message) => {
  expect(() => parseMapping(text)).toThrow(message)
})
