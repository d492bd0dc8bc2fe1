import { expect, test } from 'vitest'
import type { StopOutcome } from '../collection/plan.ts'
import { settingsDefaults } from '../settings.ts'
import { container, fold, hourly, hours } from './fold/fold.fixture.ts'
import type { FoldEvent } from './fold/fold-event.ts'
import { beforeAnyHour } from './hourly/rules-state.ts'
import { judge } from './judge.ts'

const visit = (
  hour: number,
  outcome: StopOutcome,
  wetKg: number | null,
  kg: number | null = null,
): FoldEvent => ({ kind: 'result', at: hours(hour), stopId: `s${hour}`, outcome, kg, wetKg })

const found = (...events: readonly FoldEvent[]) =>
  fold(events).episodes.filter(({ kind }) => kind === 'found_wet')

const judged = (events: readonly FoldEvent[], hour: number) =>
  judge(
    container,
    beforeAnyHour,
    fold(events),
    { neighbours: [], nextVisitAt: () => hours(hour + 24) },
    hours(hour),
    settingsDefaults,
  ).state

test('wet textile is known of from the visit that found it to the emptying that finds none', () => {
  expect(
    found(
      visit(5, 'emptied', null, 80),
      visit(30, 'emptied', 40, 120),
      visit(60, 'emptied', 10),
      visit(70, 'partly', null),
      visit(80, 'blocked', null),
      visit(90, 'emptied', 0),
    ),
  ).toEqual([
    {
      kind: 'found_wet',
      raisedAt: hours(30),
      clearedAt: hours(90),
      evidence: { wet_kg: 40, kg: 120, at: hours(30) },
    },
  ])
})

test('nobody has looked into a bin that was blocked', () => {
  expect(found(visit(5, 'blocked', 40), visit(6, 'skipped', 40))).toEqual([])
})

test('a bin without a sensor is watched after wet textile; one that measures is what it measures', () => {
  const wet = visit(30, 'emptied', 40)
  expect(judged([], 48).damp.level).toBe('unknown')
  expect(judged([wet], 48).damp).toMatchObject({
    level: 'watch',
    evidence: { wet_kg: 40, kg: null, at: hours(30) },
  })
  expect(judged([wet], 48).openAlerts).toContain('found_wet')
  const dry = hourly(Array.from({ length: 48 }, () => ({ tempC: 15, rhPct: 50 })))
  expect(judged([...dry, wet], 48).damp.level).toBe('dry')
  expect(judged([...dry, wet], 48).openAlerts).toContain('found_wet')
})
