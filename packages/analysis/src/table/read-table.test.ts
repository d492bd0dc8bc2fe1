import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { afterAll, expect, test } from 'vitest'
import { parseConfig } from '../config/analysis-config.ts'
import { faultText, readTable } from './read-table.ts'

const folder = temporaryFolder('table')
afterAll(folder.remove)

function read(text: string, columns: object = {}) {
  const file = join(folder.path, 'in.csv')
  writeFileSync(file, text)
  const config = parseConfig(JSON.stringify({ columns }), 'c.json')
  return readTable(file, config, () => {}, new AbortController().signal)
}

async function firstRow(text: string, columns: object = {}) {
  const { devices, measures } = await read(text, columns)
  const [[device, series] = []] = devices
  const values = measures.map(({ field }, column) => [field, series?.value(0, column)])
  return { device, at: series?.at(0), ...Object.fromEntries(values) }
}

test('columns go by their own names, or by those that the configuration gives, in other units', async () => {
  expect(await firstRow('RH_pct,ts,Device,fill_pct\n50,1600000000,a,12\n')).toEqual({
    ...{ device: 'a', at: 1_600_000_000_000, fill_pct: 12, rh_pct: 50 },
  })
  const columns = { device: 'eui', ts: 't', distance_cm: 'range', battery_mv: 'mv', temp_f: 'f' }
  expect(
    await firstRow('eui,t,range,mv,f\nA1,2020-05-08T22:52:05.364Z,96,3610,68\n', columns),
  ).toEqual({
    ...{ device: 'A1', at: Date.UTC(2020, 4, 8, 22, 52, 5, 364) },
    ...{ distance_mm: 960, battery_v: 3.61, temp_c: 20 },
  })
})

test('a column in a unit of its own is scaled: here tenths of a degree above -40 °C', async () => {
  const columns = { temp_c: { column: 'raw', scale: 0.1, offset: -40 } }
  expect(await firstRow('device,ts,raw\na,0,601\n', columns)).toMatchObject({ temp_c: 20.1 })
  const fraction = { rh_fraction: { column: 'raw', scale: 0.001, offset: 0.01 } }
  expect(await firstRow('device,ts,raw\na,0,601\n', fraction)).toMatchObject({ rh_pct: 61.1 })
})

test('rows that cannot be read are counted, and the first twenty kept with line and column', async () => {
  const bad = ['a,soon,5', 'a,0,far', ',0,5', 'a,0,', 'a,9999999999999999,5', 'a', '"a"b,"0",x"5']
  const { rejected, devices } = await read(
    ['device,ts,temp_c', 'a,0,5', ...bad, ...Array(30).fill('a,,')].join('\n'),
  )
  expect(devices.size).toBe(1)
  expect(rejected.count).toBe(37)
  expect(rejected.examples).toHaveLength(20)
  const time = 'RFC 3339, or seconds or milliseconds since 1970, before 2200'
  expect(rejected.examples.slice(0, 7).map(faultText)).toEqual([
    `line 3: ts: got "soon", wanted ${time}`,
    'line 4: temp_c: got "far", wanted a number, nothing, or null',
    'line 5: device: got "", wanted a device’s name of 1 to 200 characters',
    'line 6: temp_c: got "", wanted at least one measurement',
    `line 7: ts: got "9999999999999999", wanted ${time}`,
    `line 8: ts: got "", wanted ${time}`,
    'line 9: temp_c: got "x"5", wanted a number, nothing, or null',
  ])
})

test.each([
  ['', {}, 'in.csv: got an empty file, wanted a header'],
  [
    'a,b\n1,2\n',
    {},
    'in.csv: line 1: got columns a, b, wanted ts and at least one of distance_mm, ',
  ],
  [
    'device,ts,battery_v\na,0,3\n',
    {},
    'got columns device, ts, battery_v, wanted ts and at least one',
  ],
  [
    'device,ts,temp_c\na,0,3\n',
    { distance_cm: 'range' },
    'in.csv: line 1: got no column "range" for distance_cm; there are device, ts, temp_c',
  ],
  [
    'device,ts,a,b\n',
    { distance_cm: 'a', distance_mm: 'b' },
    'line 1: columns: distance_cm: there is another distance_mm',
  ],
  ['device,ts,temp_c\na,x,3\n', {}, 'in.csv: got 1 row, wanted one that can be read\nline 2: ts: '],
  ['device,ts,temp_c\na,0,"3\nb,1,4\n', {}, /in\.csv: .*[Qq]uote/],
])('%j with %j fails: %s', async (text, columns, message) => {
  await expect(read(text, columns)).rejects.toThrow(message)
})

test('a file that is not there, or no gzip, is named', async () => {
  const config = parseConfig(undefined, '')
  const at = (name: string) =>
    readTable(join(folder.path, name), config, () => {}, new AbortController().signal)
  await expect(at('none.csv')).rejects.toThrow(/none\.csv: .*no such file/)
  writeFileSync(join(folder.path, 'plain.csv.gz'), 'device,ts,temp_c\n')
  await expect(at('plain.csv.gz')).rejects.toThrow(/plain\.csv\.gz: incorrect header check/)
})
