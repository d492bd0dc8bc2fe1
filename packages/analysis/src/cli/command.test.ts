import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { afterAll, expect, test } from 'vitest'
import { analysisSchema } from '../report/analysis-schema.ts'
import { command } from './command.ts'

const folder = temporaryFolder('analyse-command')
afterAll(folder.remove)
const path = (name: string) => join(folder.path, name)
writeFileSync(
  path('in.csv'),
  'device,ts,distance_mm\na,1741000000,900\na,x,900\na,1741100000,880\n',
)
writeFileSync(path('config.json'), '{"empty_distance_mm": 2000, "full_distance_mm": 300}')
writeFileSync(path('wrong.json'), '{"empty_distance": 2000}')

async function run(args: readonly string[], signal = new AbortController().signal) {
  const printed = { out: '', err: '' }
  const code = await command({
    ...{ args, signal, now: () => performance.now(), terminal: process.stderr },
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
  })
  return { code, ...printed }
}

test('writes what it found, and names the rows that it left out', async () => {
  const args = ['--csv', path('in.csv'), '--config', path('config.json'), '--out', path('out.json')]
  const { code, out, err } = await run(args)
  expect(code).toBe(0)
  expect(out).toMatch(/out\.json: 2 readings of 1 device in \d+\.\d s\n$/)
  expect(err).toMatch(/^in\.csv: 1 row left out:\n {2}line 3: ts: got "x", wanted RFC 3339/)
  const analysis = analysisSchema.parse(JSON.parse(readFileSync(path('out.json'), 'utf8')))
  expect(analysis.rejected_rows).toMatchObject({ count: 1, examples: [{ line: 3, column: 'ts' }] })
})

test('says whose fill is a guess', async () => {
  const { code, err } = await run(['--csv', path('in.csv'), '--out', path('guess.json')])
  expect(code).toBe(0)
  expect(err).toMatch(
    /\nThe fill of a is a guess: give empty_distance_mm and full_distance_mm\.\n$/,
  )
})

test('help says how it is used', async () => {
  const { code, out } = await run(['--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/^Usage: npm run analyse -- --csv FILE --out FILE\.json/)
})

test.each([
  [[], '--csv: got nothing, wanted FILE.csv or FILE.csv.gz'],
  [
    ['--csv', 'a.csv', '--out', 'b.json', '--config', ''],
    '--config: got nothing, wanted FILE.json',
  ],
  [['--csv', 'a.csv', '--out', 'b.xml'], '--out: got "b.xml", wanted a file that ends in .json'],
  [['--csv', 'a.csv'], '--out: got nothing, wanted FILE.json'],
  [['--speed', '3'], "--speed: Unknown option '--speed'"],
])('%j is wrong usage: %s', async (args, message) => {
  expect(await run(args)).toEqual({ code: 2, out: '', err: `${message}\n` })
})

test('a wrong configuration and a missing file fail, and nothing is written', async () => {
  const out = path('none.json')
  const of = (csv: string, config: string) =>
    run(['--csv', path(csv), '--config', path(config), '--out', out])
  const wrong = await of('in.csv', 'wrong.json')
  expect(wrong.code).toBe(1)
  expect(wrong.err).toMatch(/wrong\.json: unknown empty_distance\n$/)
  expect(await of('missing.csv', 'config.json')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/missing\.csv: .*no such file/),
  })
  expect(existsSync(out)).toBe(false)
})

test('ended by Ctrl-C it leaves no half file behind', async () => {
  const ended = AbortSignal.abort(new Error('ended'))
  const args = ['--csv', path('in.csv'), '--out', path('ended.json')]
  expect(await run(args, ended)).toMatchObject({ code: 1, err: 'ended\n' })
  expect(existsSync(path('ended.json')) || existsSync(path('ended.json.partial'))).toBe(false)
})
