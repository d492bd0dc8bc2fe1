import { HOUR_MS } from '@bakwacht/domain'
import type { ContainerResult } from '@bakwacht/registry'
import { expect, test } from 'vitest'
import { emptyingsOf } from './emptyings.ts'

const visit = (given: Partial<ContainerResult>): ContainerResult => ({
  outcome: 'emptied',
  kg: null,
  wetKg: null,
  destination: null,
  note: null,
  at: 0,
  runId: 'run',
  stopId: 'stop',
  containerId: 'bin',
  ...given,
})

const hour = (knownAt: number) => ({ knownAt, beforePct: 80, afterPct: 3 })

test('a driver’s kilograms belong to the emptying that the sensor saw', () => {
  const told = emptyingsOf([], [hour(20 * HOUR_MS)], [visit({ at: 18 * HOUR_MS, kg: 140 })])
  expect(told).toMatchObject([{ at: 20 * HOUR_MS, by: 'signal', beforePct: 80, kg: 140 }])
})

test('a visit that no sensor saw is told by the driver alone, and one in vain is none', () => {
  const told = emptyingsOf(
    [],
    [hour(0)],
    [
      visit({ at: 48 * HOUR_MS, outcome: 'partly', kg: 60 }),
      visit({ at: 72 * HOUR_MS, outcome: 'blocked' }),
    ],
  )
  expect(told).toMatchObject([
    { at: 0, by: 'signal', kg: null },
    { at: 48 * HOUR_MS, by: 'driver', partial: true, beforePct: null, kg: 60 },
  ])
})
