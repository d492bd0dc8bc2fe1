import { settingsDefaults } from '@bakwacht/domain'
import { run, stop, unload } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { planDay } from '../plan-day.fixture.ts'
import { bin, snapshot, stateOf, van } from '../planning.fixture.ts'
import type { Wanted } from '../selection/decision.ts'
import { withSafePayloads } from './safe-payload.ts'

const wanted = (kg: number, sdKg: number): Wanted => ({
  container: bin(1),
  reason: { code: 'full', evidence: {} },
  expected: { kg, sdKg, l: kg * 8 },
  prize: null,
})
const payloadOf = (
  visits: readonly Wanted[],
  drafts: Parameters<typeof withSafePayloads>[2] = [],
) => withSafePayloads(snapshot(), visits, drafts).vehicles[0]?.payloadKg ?? 0

test('a trip filled to its safe payload is overloaded with the chance that is allowed', () => {
  const safe = payloadOf(Array.from({ length: 9 }, () => wanted(100, 30)))
  const visits = safe / 100
  const sd = Math.sqrt(visits) * 30
  expect((1000 - safe) / sd).toBeCloseTo(1.2816, 3)
  expect(safe).toBeGreaterThan(850)
  expect(safe).toBeLessThan(920)
})

test('what is known exactly needs no margin, and who takes loads as expected has none', () => {
  expect(payloadOf([wanted(100, 0)])).toBeCloseTo(1000, 6)
  expect(payloadOf([])).toBe(1000)
  const plan = { ...settingsDefaults.plan, overloadChance: 0.5 }
  const asExpected = snapshot({ settings: { ...settingsDefaults, plan } })
  expect(withSafePayloads(asExpected, [wanted(100, 30)], [])).toBe(asExpected)
})

test('one heavy visit alone stays possible, and so does a trip that stands in a draft', () => {
  expect(payloadOf([wanted(980, 300), wanted(100, 30)])).toBe(980)
  const trip = [stop('s1'), { ...unload('s2'), expectedKg: 960 }]
  const draft = run('r1', { vehicleId: van().id, stops: trip })
  expect(payloadOf([wanted(100, 30)], [draft])).toBe(960)
})

test('kilograms follow what was learnt of each container', () => {
  const bins = [bin(1), bin(2)]
  const states = bins.map((each) => stateOf(each, 90))
  const fleet = { kgPerL: 0.1, sdKgPerL: 0.02, loads: 40, visitSd: 0.2, compaction: 0 }
  const heavy = { kgPerL: 0.16, sdKgPerL: 0.01, loads: 12 }
  const densities = { fleet, containers: new Map([['bin-2', heavy]]) }
  const { runs } = planDay(snapshot({ containers: bins, states, densities }))
  const stops = runs.flatMap((one) => one.stops)
  const [light, dense] = ['bin-1', 'bin-2'].map((id) =>
    stops.find(({ containerId }) => containerId === id),
  )
  expect((dense?.expectedKg ?? 0) / (light?.expectedKg ?? 1)).toBeCloseTo(1.6, 2)
  expect(light?.reason.evidence.kg_sd).toBeGreaterThan(0.2 * (light?.expectedKg ?? 0))
  expect(dense?.reason.evidence.kg).toBe(dense?.expectedKg)
})
