// What people see while a plan is being made: questions at a steady rate, and how long each takes.
import type { Backend } from '../../system/backend.ts'
import { binId } from './depot-day.ts'

const EVERY_MS = 50
const PATHS = [
  '/containers.geojson',
  `/containers/${binId(0)}/state`,
  '/containers?limit=50',
  '/alerts?open=true',
  `/containers/${binId(1)}/readings`,
  '/settings',
]

export interface Waits {
  readonly count: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly longestMs: number
}

/** Asks until `work` is done, and on for at least so many seconds. */
export async function askMeanwhile<T>(
  backend: Backend,
  work: Promise<T>,
  atLeastSeconds = 0,
): Promise<{ readonly result: T; readonly waits: Waits }> {
  const waits: number[] = []
  let next = 0
  const asked: Promise<void>[] = []
  const timer = setInterval(() => asked.push(ask(backend, next++, waits)), EVERY_MS)
  const least = new Promise((resolve) => setTimeout(resolve, atLeastSeconds * 1000))
  try {
    const [result] = await Promise.all([work, least])
    clearInterval(timer)
    await Promise.all(asked)
    return { result, waits: summed(waits) }
  } finally {
    clearInterval(timer)
  }
}

async function ask({ http }: Backend, n: number, waits: number[]): Promise<void> {
  const path = PATHS[n % PATHS.length]
  const began = performance.now()
  const answer = await fetch(`${http}/api/v1${path}`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
  waits.push(performance.now() - began)
}

function summed(waits: readonly number[]): Waits {
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { count: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: at(1) }
}
