import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { allHistory, NOON } from '../reading.fixture.ts'
import { sqliteBed } from './sqlite-bed.fixture.ts'

const CHILD = fileURLToPath(new URL('./committing-child.fixture.ts', import.meta.url))

/** Kills it after so many acknowledgements. @returns the numbers that were acknowledged */
function commitUntilKilled(file: string, start: number, acknowledgements: number) {
  return new Promise<number[]>((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, file, `${start}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > acknowledgements) child.kill('SIGKILL')
    })
    child.on('error', reject)
    // The last line may have been cut short by the kill.
    child.on('close', () => resolve(said.split('\n').slice(0, -1).map(Number)))
  })
}

test('every acknowledged reading is there once after kill -9, time after time', async () => {
  const bed = await sqliteBed()
  const acknowledged: number[] = []
  for (const [round, count] of [50, 700, 1500].entries())
    acknowledged.push(...(await commitUntilKilled(bed.file, round * 100_000, count)))
  const store = await bed.open()
  const stored = (await allHistory(store)).map(({ observedAt }) => observedAt - NOON)
  expect(acknowledged.length).toBeGreaterThan(2000)
  const there = new Set(stored)
  expect(there.size).toBe(stored.length)
  expect(acknowledged.filter((number) => !there.has(number))).toEqual([])
  expect(await store.devicesSeen()).toMatchObject([{ count: stored.length }])
  expect(await store.dirtyCount()).toBe(1)
  await bed.remove()
})
