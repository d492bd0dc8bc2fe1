import {
  type Container,
  containerDefaults,
  DAY_MS,
  type FoldEvent,
  foldConfigOf,
  HOUR_MS,
  settingsDefaults,
} from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { ContainerFold } from './container-fold.ts'

const start = Date.UTC(2026, 3, 1)
const container: Container = {
  ...containerDefaults,
  ...{ id: 'c1', name: 'Kerkplein', location: [4.7, 50.88], capacityL: 2500, createdAt: start },
}
const config = foldConfigOf(container, settingsDefaults, 'Europe/Brussels')

function reading(at: number): FoldEvent {
  const nothing = { tempC: null, rhPct: null, batteryV: null, rssiDbm: null, tiltDeg: null }
  const fillPct = 20 + (at - start) / DAY_MS
  return {
    kind: 'reading',
    at,
    reading: {
      ...{ ...nothing, distanceMm: null, lidOpens: null, fillPct, seq: null, flags: 0 },
      ...{ deviceId: 'd1', observedAt: at, receivedAt: at },
    },
  }
}

const hourly = (from: number, to: number): FoldEvent[] =>
  Array.from({ length: (to - from) / HOUR_MS }, (_, hour) => reading(from + hour * HOUR_MS))

test('what a device brings after weeks of silence is folded in its place', () => {
  const before = hourly(start, start + 20 * DAY_MS)
  const held = before.at(-5) as FoldEvent
  const collected: FoldEvent = {
    ...{ kind: 'result', at: start + 25 * DAY_MS, stopId: 's1', outcome: 'emptied' },
  }
  const after = hourly(start + 42 * DAY_MS, start + 43 * DAY_MS)

  const fold = new ContainerFold(config)
  const mornings = Array.from({ length: 44 }, (_, day) => start + day * DAY_MS)
  for (const now of mornings) {
    const heard = [...before.filter((event) => event !== held), collected, ...after]
    for (const event of heard) if (event.at >= now - DAY_MS && event.at < now) fold.add(event)
    if (now === mornings.at(-1)) fold.add(held)
    fold.fold(now)
    fold.keep(undefined, now)
  }

  const inOrder = new ContainerFold(config)
  for (const event of [...before, collected, ...after]) inOrder.add(event)
  const now = mornings.at(-1) ?? start
  expect(fold.fold(now).folded.state.fill).toEqual(inOrder.fold(now).folded.state.fill)
})

test('what is older than all that is kept is forgotten', () => {
  const fold = new ContainerFold(config)
  for (let day = 1; day <= 40; day++) {
    const now = start + day * DAY_MS
    for (const event of hourly(now - DAY_MS, now)) fold.add(event)
    fold.fold(now)
    fold.keep(undefined, now)
  }
  const now = start + 40 * DAY_MS
  const known = fold.fold(now).folded.state
  fold.add(reading(start + 30 * 60_000))
  expect(fold.fold(now).folded.state).toEqual(known)
})
