import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sharedData, temporaryFolder } from '@bakwacht/test-support'
import { afterAll, expect, test } from 'vitest'
import { recost } from '../benchmark/recost.ts'
import { readSol } from '../sol/read-sol.ts'
import { answerFaults } from '../testing/check-answer.fixture.ts'
import { CVRP, FILES, VROOM } from '../testing/files.fixture.ts'
import { readVrplib } from '../vrplib/read-vrplib.ts'
import { command } from './command.ts'

const folder = temporaryFolder('solve')
afterAll(folder.remove)
for (const [name, text] of FILES) writeFileSync(join(folder.path, name), text)
const path = (name: string) => join(folder.path, name)

async function run(...args: string[]) {
  const printed = { out: '', err: '' }
  const code = await command({
    args,
    now: () => performance.now(),
    signal: new AbortController().signal,
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    terminal: process.stderr,
  })
  return { code, ...printed }
}

test('prints what it found, and the routes where no file is asked for', async () => {
  const { code, out, err } = await run(path('square.vrp'), '--iterations', '100')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(
    /^square\.vrp: 3 stops on 2 routes, cost 54\n100 iterations in .* s, seed 1\n/,
  )
  expect(out).toMatch(/\nRoute #1: .*\nRoute #2: .*\nCost 54\n$/)
})

test('writes .sol, which costs what it says', async () => {
  const file = path('answer.sol')
  expect(await run(path('square.vrp'), '--iterations', '100', '--out', file)).toMatchObject({
    ...{ code: 0, err: '' },
    out: expect.not.stringContaining('Route'),
  })
  const { routes, cost } = readSol(file, readFileSync(file, 'utf8'))
  expect(recost(readVrplib('square.vrp', CVRP), routes)).toEqual({ cost, faults: [] })
})

test('writes VROOM’s shape, which keeps every rule', async () => {
  const file = path('answer.json')
  expect(await run(path('vroom.json'), '--seconds', '0.2', '--out', file)).toMatchObject({
    code: 0,
  })
  const answer = JSON.parse(readFileSync(file, 'utf8'))
  expect(answerFaults(VROOM, answer)).toEqual([])
  expect(answer.summary.cost).toBe(610)
})

test('the same file, seed and iterations give the same answer, on one thread', async () => {
  const once = async (seed: string) => {
    const args = [path('square.vrp'), '--iterations', '50', '--seed', seed, '--out', path('s.json')]
    expect(await run(...args)).toMatchObject({ code: 0 })
    const { summary, ...answer } = JSON.parse(readFileSync(path('s.json'), 'utf8'))
    return answer
  }
  expect(await once('7')).toEqual(await once('7'))
})

test('several threads search together', async () => {
  const { code, out } = await run(path('square.vrp'), '--iterations', '60', '--threads', '2')
  expect(code).toBe(0)
  expect(out).toContain('cost 54')
})

test('a bad file fails with its fault, and with VROOM’s error where that shape is asked for', async () => {
  writeFileSync(path('bad.json'), VROOM.replace('"service":10', '"service":-1'))
  const fault = 'bad.json, jobs[0].service: got -1, wanted a number ≥ 0'
  expect(await run(path('bad.json'), '--out', path('bad-answer.json'))).toEqual({
    ...{ code: 1, out: '', err: `${fault}\n` },
  })
  expect(JSON.parse(readFileSync(path('bad-answer.json'), 'utf8'))).toEqual({
    code: 2,
    error: fault,
  })
  expect(await run(path('none.vrp'))).toMatchObject({
    ...{ code: 1, err: expect.stringContaining('none.vrp: cannot be read: ENOENT') },
  })
})

test('a benchmark whose stops do not all fit is not solved, and says so', async () => {
  writeFileSync(path('full.vrp'), CVRP.replace('CAPACITY : 8', 'CAPACITY : 8\nVEHICLES : 1'))
  expect(await run(path('full.vrp'), '--iterations', '50')).toMatchObject({
    code: 1,
    err: 'no complete solution was found: 1 customers are not served\n',
    out: expect.stringMatching(/left out: 1 stop: \d \(no_room\)/),
  })
})

test.each([
  [['--seed', 'x'], '--seed: got "x", wanted a whole number of 0 … 4294967295'],
  [['--threads', '0'], '--threads: got "0", wanted a whole number of 1 … 64'],
  [['--seconds', '-3'], "--seconds: Option '--seconds' argument is ambiguous"],
  [['--out', 'a.txt'], '--out: got "a.txt", wanted a file that ends in .json or .sol'],
  [['--fast'], "--fast: Unknown option '--fast'"],
  [['second.vrp'], 'got 2 files, wanted 1'],
])('wrong usage is exit code 2, and the message names the option: %j', async (args, message) => {
  const { code, out, err } = await run('first.vrp', ...args)
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(message) })
})

test('--help says it all and is no failure', async () => {
  expect(await run('--help')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Usage/),
  })
})

const main = join(import.meta.dirname, '../main.ts')

test('the command itself: exit codes, and nothing but the answer in a pipe', async () => {
  const done = await promisify(execFile)(process.execPath, [
    main,
    path('t101.txt'),
    '--iterations',
    '9',
  ])
  expect(done).toMatchObject({ stderr: '', stdout: expect.stringContaining('Cost 128') })
  const wrong = promisify(execFile)(process.execPath, [main, '--iterations', 'many'])
  await expect(wrong).rejects.toMatchObject({ code: 2 })
})

test('Ctrl-C ends the search with the best so far', { timeout: 60_000 }, async () => {
  const out = path('ended.sol')
  const args = [main, path('square.vrp'), '--seconds', '60', '--out', out]
  const endedAfter = async (ms: number) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    const ended = once(child, 'exit')
    await new Promise((resolve) => setTimeout(resolve, ms))
    child.kill('SIGINT')
    return (await ended)[0]
  }
  // A process that is not up yet knows nothing of Ctrl-C and just dies: then it gets more time.
  let code: unknown = null
  for (const ms of [1_000, 4_000, 16_000]) code ??= await endedAfter(ms)
  expect(code).toBe(0)
  expect(existsSync(out)).toBe(true)
})

const instance = sharedData('routing/cvrplib-x/X-n101-k25.vrp')
test.skipIf(instance === undefined)(
  `a published instance comes within 5 % of the best known${instance === undefined ? ' (../shared/data is absent)' : ''}`,
  async () => {
    const file = path('x101.sol')
    expect(await run(instance ?? '', '--iterations', '5000', '--out', file)).toMatchObject({
      code: 0,
    })
    const { routes } = readSol(file, readFileSync(file, 'utf8'))
    const { cost, faults } = recost(readVrplib('x', readFileSync(instance ?? '', 'utf8')), routes)
    expect(faults).toEqual([])
    expect(cost).toBeLessThan(27_591 * 1.05)
    expect(cost).toBeGreaterThanOrEqual(27_591)
  },
)
