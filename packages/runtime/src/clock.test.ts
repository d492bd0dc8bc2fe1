import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

const AT = Date.UTC(2026, 10, 23, 5)

test('without anything rehearsed it is the real time', () => {
  expect(Math.abs(createClock()() - Date.now())).toBeLessThan(1000)
})

test('a rehearsed clock said its time when the process began, and runs at its speed', async () => {
  const clock = createClock({ at: AT, speed: 600 })
  expect(clock()).toBeGreaterThan(AT)
  const [before, uptime] = [clock(), process.uptime()]
  await new Promise((resolve) => setTimeout(resolve, 50))
  const real = 1000 * (process.uptime() - uptime)
  expect((clock() - before) / real).toBeGreaterThan(500)
  expect((clock() - before) / real).toBeLessThan(700)
  expect(Number.isInteger(clock())).toBe(true)
})

test('all threads of a process agree on it', async () => {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(workerData).then(({ createClock }) => {
      parentPort.postMessage(createClock({ at: ${AT}, speed: 1 })())
    })`
  const workerData = new URL('./clock.ts', import.meta.url).href
  const clock = createClock({ at: AT, speed: 1 })
  const before = clock()
  const theirs = await new Promise<number>((resolve, reject) => {
    new Worker(source, { eval: true, workerData }).on('message', resolve).on('error', reject)
  })
  expect(theirs).toBeGreaterThanOrEqual(before)
  expect(theirs).toBeLessThanOrEqual(clock())
})
