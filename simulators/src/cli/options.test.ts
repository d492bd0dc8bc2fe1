import { UsageError } from '@bakwacht/command-line'
import { expect, test } from 'vitest'
import { help } from './help.ts'
import { parseOptions } from './options.ts'

const of = (line: string) => parseOptions(line.split(' ').filter((word) => word !== ''))

test('without options: the demo region’s sixty bins, a fortnight, as fast as possible', () => {
  expect(of('')).toMatchObject({
    kind: 'fleet',
    ...{ containers: 60, days: 14, speed: Infinity, seed: 1, reportMs: 3_600_000 },
    brokerUrl: 'mqtt://127.0.0.1:1883',
  })
})

test('faults take their usual share of devices, or the one asked for', () => {
  expect(of('--fault duplicates,silence:0.5 --fault burst')).toMatchObject({
    faults: { duplicates: 1, silence: 0.5, burst: 0.5 },
  })
})

test('a replay knows its columns', () => {
  expect(of('--replay a.csv --map device=d,ts=t,temp_c=c --end-now')).toMatchObject({
    ...{ kind: 'replay', file: 'a.csv', endNow: true },
    mapping: { deviceColumn: 'd', tsColumn: 't' },
  })
})

test.each([
  ['--containers 0', '--containers: got "0", wanted a whole number from 1 to 100000'],
  ['--containers 1.5', '--containers: got "1.5"'],
  ['--days later', '--days: got "later", wanted a number from 0 to 3660'],
  ['--speed 0', '--speed: got "0", wanted a number above 0, or max'],
  ['--broker localhost', '--broker: got "localhost", wanted a URL beginning with mqtt:'],
  ['--api ftp://x', '--api: got "ftp://x"'],
  ['--token x', '--token: goes with --api only'],
  ['--drivers', '--drivers: needs --api'],
  ['--drivers --once --api http://x', '--drivers: work once now is reached, where --once ends'],
  ['--clock-speed 10', '--clock-speed: goes with --clock-at only'],
  ['--fault gremlins', '--fault: got "gremlins", wanted some of drift'],
  ['--fault burst:2', '--fault: got "burst:2", wanted a share from 0 to 1'],
  ['--format xml', '--format: got "xml", wanted json or cbor'],
  ['--clock-at noon', '--clock-at: got "noon"'],
  ['--region mars', '--region: got "mars", wanted demo'],
  ['--batch 501', '--batch: got "501", wanted a whole number from 1 to 500'],
  ['--end-now', '--end-now: goes with --replay only'],
  ['--replay a.csv', '--map: says which column is what'],
  ['--replay a.csv --map x', '--map: got "x=", wanted field=column'],
  ['--replay a.csv --map device=d,ts=t,temp_c=c --days 3', '--days: does not go with --replay'],
  ['--frobnicate', "--frobnicate: Unknown option '--frobnicate'"],
  ['--days', '--days'],
  ['everything', "Unexpected argument 'everything'"],
])('wrong usage names the option: %s', (line, message) => {
  expect(() => of(line)).toThrow(UsageError)
  expect(() => of(line)).toThrow(message)
})

test('the help says what every fault does', () => {
  for (const fault of ['duplicates', 'clock_skew', 'no_clock', 'burst'])
    expect(help()).toMatch(new RegExp(`^ +${fault} `, 'm'))
})
