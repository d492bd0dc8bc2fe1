// Devices sign in one after the other at a bounded rate, as a fleet after a power cut should.
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeviceConnection } from './connection.ts'

const GIVE_UP_AFTER_MS = 15_000

/** @throws BrokerRefused of the first device that is not let in */
export async function connectAll(
  connections: readonly DeviceConnection[],
  options: {
    readonly perSecond: number
    readonly signal: AbortSignal
    readonly onConnected?: (count: number) => void
  },
): Promise<void> {
  const { perSecond, signal, onConnected } = options
  const stopped = new AbortController()
  let count = 0
  let trouble: unknown
  const dialled: Promise<void>[] = []
  for (const connection of connections) {
    if (signal.aborted || stopped.signal.aborted) break
    dialled.push(
      connection.connect(GIVE_UP_AFTER_MS).then(
        () => onConnected?.(++count),
        (error) => {
          trouble ??= error
          stopped.abort()
        },
      ),
    )
    await sleep(1_000 / perSecond, undefined, { signal: stopped.signal }).catch(() => {})
  }
  await Promise.all(dialled)
  if (trouble !== undefined && !signal.aborted) throw trouble
}
