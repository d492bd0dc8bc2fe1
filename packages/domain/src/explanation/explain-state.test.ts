import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../collection/sentences/sentences.ts'
import { densitiesBeforeAny } from '../density/density.ts'
import { container, HOUR, NOON, state } from '../fleet.fixture.ts'
import { expectedFullAt } from '../forecast/fill-forecast.ts'
import { unknownHabit } from '../forecast/fill-habit.ts'
import { fleetHabitOf } from '../forecast/fleet-habit.ts'
import { forecastFill } from '../forecast/forecast-fill.ts'
import type { Reading } from '../reading/reading.ts'
import { settingsDefaults } from '../settings.ts'
import type { ContainerState } from '../state/container-state.ts'
import { atStake } from './at-stake.ts'
import { explainState } from './explain-state.ts'
import { insideNow } from './inside-now.ts'
import { explainedIn } from './sentences/index.ts'
import { STATEMENT_CODES } from './statement.ts'
import { statementText } from './statement-text.ts'

const DAY = 24 * HOUR
const context = { timezone: 'Europe/Brussels' }
const bin = container('bin-1', { createdAt: NOON - 30 * DAY })
const densities = densitiesBeforeAny(settingsDefaults)

function told(known: ContainerState | undefined, over: Parameters<typeof container>[1] = {}) {
  const inside = insideNow(bin, known, densities)
  const nextVisitAt = NOON + 2 * DAY
  const stake = known ? atStake(known.damp, inside, nextVisitAt - NOON, settingsDefaults) : null
  const given = { inside, stake, nextVisitAt, now: NOON }
  return explainState({ container: { ...bin, ...over }, state: known, ...given })
}

const inWords = (statements: ReturnType<typeof told>, language: Language = 'en') =>
  statements.map((statement) => statementText(statement, language, context))

const known = state('bin-1', { pct: 62 })
const forecast = forecastFill({
  level: { at: known.fill.at, pct: 62, sdPct: 4 },
  habit: unknownHabit,
  fleet: fleetHabitOf(settingsDefaults),
  timezone: context.timezone,
})

describe('what is said of a container', () => {
  test('is how full, how fast, full when, emptied when and how heavy, in this order', () => {
    const emptying = {
      at: NOON - 9 * DAY,
      knownAt: NOON - 9 * DAY,
      beforePct: 83.4,
      afterPct: 2,
      partial: false,
      confidence: 0.98,
      by: 'both',
    } as const
    const fullAt = expectedFullAt(forecast)
    const fill = { ...known.fill, sdPct: 3.2, forecast, fullAt }
    const statements = told({ ...known, fill, emptyings: [emptying] })
    expect(statements.map(({ code }) => code)).toEqual([
      'level',
      'rate',
      'full_at',
      'overflow',
      'emptied',
      'weight',
    ])
    expect(inWords(statements)).toEqual([
      '62 % full, give or take 3 points, measured on Monday 23 November at 12:00.',
      'It fills by about 6.5 points a day.',
      expect.stringMatching(
        /^Probably full on \w+ \d+ \w+, on \w+ \d+ November at the earliest( and \w+ \d+ \w+ at the latest)?\.$/,
      ),
      expect.stringMatching(
        /^It overflows with \d+ % chance before the next possible visit, on Wednesday 25 November\.$/,
      ),
      'Emptied on Saturday 14 November at 13:00; it was 83 % full, 2 % were left; known from the driver and the sensor, 98 % certain.',
      'About 149 kg inside, give or take 48 kg: 0.12 kg a litre, from the settings, nothing has been weighed yet.',
    ])
  })

  test('names the distance of the reading that the level rests on', () => {
    const reading = { distanceMm: 812 } as Reading
    const given = { inside: null, stake: null, nextVisitAt: NOON, now: NOON, levelReading: reading }
    const [level] = explainState({ container: bin, state: known, ...given })
    expect(level?.evidence).toMatchObject({ pct: 62, distance_mm: 812 })
    expect(inWords(level ? [level] : [])[0]).toContain('812 mm from the sensor')
  })

  test.each(['no_sensor', 'silent', 'no_echo', 'contradictory', 'stuck', 'noisy', 'moved'])(
    'says why it is an estimate: %s',
    (because) => {
      const evidence = { because, from_pct: 40, since_at: NOON - 3 * DAY }
      const fill = { ...known.fill, source: 'estimate', pct: 104, evidence } as const
      const [level] = inWords(told({ ...known, fill }))
      expect(level).toMatch(/^About 100 % full, estimated: .*; counted on from 40 % on Friday/)
      expect(level).not.toContain(because.includes('_') ? because : '?')
    },
  )

  test('rather says "hardly" than that nothing can happen', () => {
    const level = { at: known.fill.at, pct: 3, sdPct: 1 }
    const fleet = fleetHabitOf(settingsDefaults)
    const { timezone } = context
    const slow = forecastFill({ level, habit: unknownHabit, fleet, timezone })
    const words = inWords(told({ ...known, fill: { ...known.fill, pct: 3, forecast: slow } }))
    expect(words).toContain(
      'It hardly overflows before the next possible visit, on Wednesday 25 November: the chance is below 1 %.',
    )
  })

  test('of one that fills so slowly that nobody can tell says so', () => {
    const fill = { ...known.fill, ratePctPerDay: 0.2, fullAt: null }
    expect(inWords(told({ ...known, fill }))).toContain(
      'It is not expected to be full within 60 days.',
    )
  })

  test('under damp tells the kilograms, the hours and the money at stake', () => {
    const damp = { ...known.damp, level: 'watch', wetHours: 50 } as const
    const watched = told({ ...known, damp }).at(-1)
    expect(watched).toMatchObject({ code: 'at_stake', evidence: { hours: 50 } })
    // Two days of waiting at 0.5 % a day, 149 kg of € 0.52.
    expect(watched?.evidence.risk_eur).toBeCloseTo(148.8 * (1 - 0.995 ** 2) * 0.52, 1)
    const wet = told({ ...known, damp: { ...damp, level: 'water_ingress' } }).at(-1)
    expect(wet?.evidence.risk_eur).toBeCloseTo(148.8 * (1 - 0.5 ** 2) * 0.52, 1)
  })

  test('is short where it is retired, new or was never emptied', () => {
    expect(inWords(told(known, { active: false }))).toEqual(['This container is no longer in use.'])
    expect(inWords(told(undefined))).toEqual([
      'Nothing is known of it yet.',
      'No emptying is known since it was registered on Saturday 24 October.',
    ])
    expect(told(known).map(({ code }) => code)).toContain('never_emptied')
  })

  test.each(LANGUAGES)('has every blank filled and every word translated: %s', (language) => {
    const { statements } = explainedIn[language]
    const evidence = {
      ...{ pct: 62, at: NOON, sd_pct: 3, distance_mm: 812, because: 'silent', from_pct: 40 },
      ...{ since_at: NOON, rate_pct_per_day: 6.5, full_at: NOON, early_at: NOON, late_at: NOON },
      ...{ days: 60, probability: 0.1, next_visit_at: NOON, before_pct: 80, after_pct: 5 },
      ...{ by: 'both', confidence: 0.9, kg: 100, kg_sd: 20, density_kg_per_l: 0.12, loads: 4 },
      ...{ learnt_from: 'own_loads', hours: 4, risk_eur: 12.5, status: 'draft' },
      ...{ arrival_at: NOON, date: '2026-11-23' },
    }
    for (const code of STATEMENT_CODES) {
      const reason = { code: 'full', evidence: { fill_pct: 62 } } as const
      const text = statementText({ code, evidence, reason }, language, context)
      expect(text).not.toMatch(/[{}[\]?]|undefined|own_loads|draft\b/)
      expect(statements[code].length).toBeGreaterThan(10)
    }
    const keys = (words: object) => Object.keys(words).sort()
    expect(keys(explainedIn[language].words)).toEqual(keys(explainedIn.en.words))
  })
})
