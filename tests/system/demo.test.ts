// The demo as its users run it: from the README's command to a table that can be read aloud.
import { spawn, spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { root } from './backend.ts'

const TWO_MINUTES = 120_000

function demo(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['services/all/src/demo.ts', ...args],
    { cwd: root, encoding: 'utf8', timeout: TWO_MINUTES },
  )
  return { status, stdout, stderr }
}

/** Stops with a time and kilograms, as `3  07:45  Duffel, Zonnewijk   240 kg  Full: …`. */
const stopsOf = (output: string) => output.match(/^ *\d+ {2}\d\d:\d\d {2}\S.* kg {2}.+$/gm) ?? []

const moments: readonly { when: string; args: readonly string[]; date: string }[] = [
  { when: 'now', args: [], date: '' },
  {
    when: 'on Sunday at 23:30',
    args: ['--at', '2026-11-22T23:30:00+01:00'],
    date: 'Monday, 23 November 2026',
  },
  {
    when: 'in the night that has 02:30 twice',
    args: ['--at', '2026-10-25T02:30:00+01:00'],
    date: 'Monday, 26 October 2026',
  },
  {
    when: 'in the night that has no 02:30',
    args: ['--at', '2027-03-28T03:10:00+02:00'],
    date: 'Monday, 29 March 2027',
  },
]

test('npm run demo goes on live until Ctrl-C, and then ends in good order', {
  timeout: TWO_MINUTES,
}, async () => {
  const child = spawn(process.execPath, ['services/all/src/demo.ts'], { cwd: root })
  let output = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('Ctrl-C ends the demo')) resolve()
    })
    child.once('exit', () => resolve())
  })
  const page = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
  expect((await fetch(`${page}/api/v1/runs`)).status).toBe(200)
  child.kill('SIGINT')
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
})

describe('npm run demo -- --once', () => {
  test.for(moments)(
    '$when: plans what is full and damp, and says why the rest is left out',
    { timeout: TWO_MINUTES },
    ({ args, date }) => {
      const { status, stdout, stderr } = demo('--once', ...args)
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(stdout).toContain(date)
      const stops = stopsOf(stdout)
      expect(stops.filter((stop) => stop.includes('Full: ')).length).toBeGreaterThan(0)
      expect(
        stops.filter((stop) => /Damp inside|Water is getting in/.test(stop)).length,
      ).toBeGreaterThan(0)
      expect(stdout).toMatch(/Left out: \d+ bins\n {2}not full: \d+\n {4}for example .+: Not full/)
      const table = stdout.slice(stdout.indexOf('\n\n'), stdout.indexOf('\n\nThe pages'))
      for (const line of table.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100)
    },
  )

  test('ends with 2 and names the option when it is used wrongly', () => {
    for (const [args, named] of [
      [['--wat'], '--wat'],
      [['--seed', 'x'], '--seed: got x'],
      [['--at', 'tomorrow'], '--at: got tomorrow'],
      [['--language', 'la'], '--language: got la'],
    ] as const) {
      const { status, stderr } = demo(...args)
      expect(status).toBe(2)
      expect(stderr).toContain(named)
    }
  })
})
