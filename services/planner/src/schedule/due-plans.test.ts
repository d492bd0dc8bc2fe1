import { MINUTE_MS } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { PlanFailed } from '../plan-errors.ts'
import { DuePlans, type DuePlansDependencies } from './due-plans.ts'
import { planTimes } from './plan-times.ts'

const FOUR = Date.parse('2026-11-23T04:00:00+01:00')

describe('what is due', () => {
  function schedule(over: Partial<DuePlansDependencies> = {}, emptyAt?: number) {
    const clock = { now: FOUR - MINUTE_MS }
    const made: string[] = []
    const due = new DuePlans(
      {
        times: planTimes('0 4 * * 1-6', 'Europe/Brussels'),
        unfinished: async () => [],
        dateFor: async (dueAt, missed) => (missed ? undefined : new Date(dueAt).toISOString()),
        make: async ({ date }) => made.push(date),
        onError: (error) => expect.fail(`nothing else fails: ${error}`),
        clock: () => clock.now,
        ...over,
      },
      emptyAt,
    )
    return { clock, made, due }
  }
  const DUE = new Date(FOUR).toISOString()

  test('is made once', async () => {
    const { clock, made, due } = schedule()
    for (clock.now = FOUR - MINUTE_MS; clock.now < FOUR + 5 * MINUTE_MS; clock.now += 20_000)
      await due.look()
    expect(made).toEqual([DUE])
  })

  test('stays due while the database is away, however long', async () => {
    let away = true
    const { clock, made, due } = schedule({
      dateFor: async () => {
        if (away) throw new Error('connection refused')
        return '2026-11-23'
      },
    })
    for (; clock.now < FOUR + 60 * MINUTE_MS; clock.now += 20_000) await due.look().catch(() => {})
    expect(made).toEqual([])
    away = false
    await due.look()
    expect(made).toEqual(['2026-11-23'])
  })

  test('is tried again after a failure, ever more seldom, and at last let be until the next', async () => {
    const tried: number[] = []
    const { clock, due } = schedule(
      {
        make: async () => {
          tried.push((clock.now - FOUR) / 1000)
          throw new PlanFailed('unsound')
        },
      },
      FOUR - MINUTE_MS,
    )
    for (clock.now = FOUR; clock.now < FOUR + 120 * MINUTE_MS; clock.now += 20_000)
      await due.look().catch(() => {})
    expect(tried).toEqual([0, 20, 60, 140, 300, 620])

    clock.now = FOUR + 24 * 60 * MINUTE_MS
    await due.look().catch(() => {})
    expect(tried).toHaveLength(7)
  })

  test('what was left unfinished is made first, and its failure hinders nothing else', async () => {
    const told: unknown[] = []
    const made: string[] = []
    const { clock, due } = schedule({
      unfinished: async () => [
        { date: 'lost', depotId: 'gone' },
        { date: 'begun', depotId: null },
      ],
      dateFor: async (_, missed) => (missed ? 'missed' : undefined),
      make: async ({ date, depotId }) => {
        if (depotId === 'gone') throw new Error('there is no depot gone')
        made.push(date)
      },
      onError: (error) => told.push(error),
    })
    clock.now = FOUR
    await due.look()
    expect(made).toEqual(['begun', 'missed'])
    expect(told).toEqual([new Error('there is no depot gone')])
  })
})
