// What needs other bins or the calendar stands outside a container's own fold: a second fold, over
// its complete hours as they are stored. It depends on nothing else, so the order of arrival cannot matter.
import type { AlertEpisode, Evidence } from '../../alert/alert.ts'
import { EpisodeBook } from '../../alert/episode-book.ts'
import { overflowProbability } from '../../collection/overflow-probability.ts'
import { growthLimitRhPct } from '../../damp/growth-limit.ts'
import { mouldAfter } from '../../damp/mould-index.ts'
import type { Settings } from '../../settings.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { surfaceOf } from '../fold/close-hour.ts'
import { rounded } from '../rounded.ts'
import { lastingMs, swingsAfter } from '../swings.ts'
import { type CountedHour, excessAfter, excessEvidence } from './excess.ts'
import type { HourInput } from './hour-input.ts'
import { ingressAfter, ingressEvidence, persists } from './ingress.ts'
import { lastingAfter } from './lasting-excess.ts'
import { humidEvidence, humidRunAfter } from './level-watch.ts'
import { isOff, isRightAgain, offAfter, offEvidence } from './off.ts'
import { aloneEvidence, changeOf, isDampAlone, isDryAlone, pastAfter } from './own-past.ts'
import { afterEmptying, type RulesState } from './rules-state.ts'

/** A watch ends when nothing has called for it this long. */
const WATCH_QUIET_HOURS = 6
/** An hour's reading speaks for at most so many hours before it that had none. */
const MOST_WEIGHT_HOURS = 4
/** An index that raised something must fall by this share of its limit to end it. */
const MOULD_HYSTERESIS = 0.8

export interface RulesRun {
  readonly state: RulesState
  /** The state with all hours before this midnight in it, UTC ms. */
  atMidnight(at: number): RulesState
  readonly episodes: readonly AlertEpisode[]
}

/** @param hours complete ones with values (`hasValues`), ascending, none before the midnight of `start` */
export function runHourlyRules(
  start: RulesState,
  hours: Iterable<HourInput>,
  settings: Settings,
): RulesRun {
  const book = new EpisodeBook(start.open)
  const mornings: { readonly midnight: number; readonly state: RulesState }[] = []
  let state = start
  for (const input of hours) {
    const midnight = Math.floor(input.hour / 24) * DAY_MS
    if (mornings.at(-1)?.midnight !== midnight)
      mornings.push({ midnight, state: { ...state, open: book.open } })
    state = afterHour(state, input, book, settings)
  }
  const last = { ...state, open: book.open }
  return {
    state: last,
    // Days without hours change nothing: the next day with some begins as this one did.
    atMidnight: (at) => mornings.find(({ midnight }) => midnight >= at)?.state ?? last,
    episodes: book.episodes,
  }
}

function afterHour(
  before: RulesState,
  input: HourInput,
  book: EpisodeBook,
  settings: Settings,
): RulesState {
  let state = before
  if (!Number.isNaN(input.own.emptiedMinute)) {
    endAll(book, input.hour * HOUR_MS + input.own.emptiedMinute * MINUTE_MS)
    state = afterEmptying(state)
  }
  state = withOverflow(state, input, book, settings)
  state = withHumidity(state, input, settings)
  state = withReferenceMould(state, input, settings)
  state = { ...state, past: pastAfter(state.past, input) }
  const counted = countedHour(state, input)
  if (counted !== undefined)
    state = {
      ...state,
      excess: excessAfter(state.excess, counted, settings.damp),
      ingress: ingressAfter(state.ingress, counted, input.rainMm, settings.damp),
      lasting: lastingAfter(state.lasting, counted),
    }
  state = withOff(state, input, book, settings)
  noteWatch(state, input, book, settings)
  noteDamp(state, input, book, settings)
  noteIngress(state, input, counted, book)
  return { ...state, excessGPerM3: excessOf(input) ?? state.excessGPerM3, lastHour: input.hour }
}

function endAll(book: EpisodeBook, at: number): void {
  for (const kind of ['fills_before_next_visit', 'damp_watch', 'damp', 'water_ingress'] as const)
    book.clear(kind, at)
}

const endOf = ({ hour }: HourInput): number => (hour + 1) * HOUR_MS

function withOverflow(
  state: RulesState,
  input: HourInput,
  book: EpisodeBook,
  settings: Settings,
): RulesState {
  const { own, nextVisitAt } = input
  if (Number.isNaN(own.fillPct)) return state
  const at = endOf(input)
  const swings = swingsAfter(state.swings, at, own.fillPct)
  const probability = overflowProbability(own, nextVisitAt - at)
  const open = book.isOpen('fills_before_next_visit')
  const limit = settings.overflowProbability
  const crosses = open ? probability < limit / 2 : probability >= limit
  if (!crosses) return { ...state, swings, overflowCrossedAt: null }
  const since = state.overflowCrossedAt ?? at
  if (at - since < lastingMs(swings, at)) return { ...state, swings, overflowCrossedAt: since }
  if (open) book.clear('fills_before_next_visit', at)
  else
    book.raise('fills_before_next_visit', at, {
      fill_pct: rounded(own.fillPct),
      rate_pct_per_day: rounded(own.ratePctPerDay),
      probability: rounded(probability, 2),
      next_visit_at: nextVisitAt,
      at,
    })
  return { ...state, swings, overflowCrossedAt: null }
}

function withHumidity(state: RulesState, input: HourInput, { damp }: Settings): RulesState {
  const { hour, own } = input
  const humid = damp.watch.map((level, index) =>
    humidRunAfter(state.humid[index] ?? null, level, hour, own.rhPct),
  )
  const watchMetAt = humidEvidence(humid, damp.watch) === undefined ? state.watchMetAt : hour
  const wet = own.rhPct >= growthLimitRhPct(own.tempC)
  const wetHours = state.wetHours + (wet ? weightOf(state, input) : 0)
  return { ...state, humid, watchMetAt, wetHours }
}

/** An hour that nobody else can tell of counts for the reference as for the bin: no difference grows from it. */
function withReferenceMould(state: RulesState, input: HourInput, { damp }: Settings): RulesState {
  const { own, reference, hour } = input
  if (Number.isNaN(own.absHumidityGPerM3)) return state
  const { tempC, rhPct } = reference ?? own
  const mouldReference = mouldAfter(state.mouldReference, hour, tempC, rhPct, surfaceOf(damp))
  return { ...state, mouldReference }
}

function excessOf({ own, reference }: HourInput): number | undefined {
  if (reference === null || Number.isNaN(own.absHumidityGPerM3)) return undefined
  return own.absHumidityGPerM3 - reference.absHumidityGPerM3
}

/** For how many hours a reading speaks: its own, and those before it that had none. */
function weightOf({ lastHour }: RulesState, { hour }: HourInput): number {
  const since = lastHour === null ? 1 : hour - lastHour
  return Math.min(since, MOST_WEIGHT_HOURS)
}

/** Sun drives water out of dry textile too, but leaves the air of a dry box drier than this, as it does in others beside it. */
const WET_IN_THE_SUN_PCT = 85

function countedHour(state: RulesState, input: HourInput): CountedHour | undefined {
  const { hour, reference, sunny } = input
  const excessGPerM3 = excessOf(input)
  if (reference === null || excessGPerM3 === undefined) return undefined
  const wet = reference.kind === 'neighbours' && input.own.rhPct >= WET_IN_THE_SUN_PCT
  if (sunny && !wet) return undefined
  return { hour, excessGPerM3, reference, weight: weightOf(state, input) }
}

/** What a damp bin does says nothing of its sensor. */
function withOff(
  state: RulesState,
  input: HourInput,
  book: EpisodeBook,
  { health }: Settings,
): RulesState {
  if (input.sunny || book.isOpen('damp') || book.isOpen('water_ingress')) return state
  const off = offAfter(state.off, input)
  if (off === state.off) return state
  const at = endOf(input)
  if (isOff(off, health)) book.raise('sensor_off', at, offEvidence(off, input, health, at))
  else if (isRightAgain(off, health)) book.clear('sensor_off', at)
  return { ...state, off }
}

function noteWatch(
  state: RulesState,
  input: HourInput,
  book: EpisodeBook,
  { damp }: Settings,
): void {
  const { hour, own } = input
  const at = endOf(input)
  const evidence = humidEvidence(state.humid, damp.watch)
  if (evidence !== undefined) book.raise('damp_watch', at, evidence)
  if (own.mouldIndex >= damp.watchMouldIndex)
    book.raise('damp_watch', at, { cause: 'mould', mould_index: rounded(own.mouldIndex, 2), at })
  const mouldy = own.mouldIndex >= damp.watchMouldIndex * MOULD_HYSTERESIS
  const humid = state.watchMetAt !== null && hour - state.watchMetAt < WATCH_QUIET_HOURS
  if (!mouldy && !humid) book.clear('damp_watch', at)
}

function noteDamp(
  state: RulesState,
  input: HourInput,
  book: EpisodeBook,
  { damp }: Settings,
): void {
  const at = endOf(input)
  const excess = state.excess.hours >= damp.excessHours
  const { mouldIndex } = input.own
  const above = mouldIndex - state.mouldReference.index
  const mouldy = (share: number) =>
    mouldIndex >= damp.mustMouldIndex * share && above >= damp.mustMouldIndexAboveReference * share
  const alone = input.reference === null ? changeOf(state.past) : undefined
  if (excess) book.raise('damp', at, excessEvidence(state.excess, input.reference))
  else if (mouldy(1)) book.raise('damp', at, mouldEvidence(state, input))
  else if (alone !== undefined && isDampAlone(alone, damp))
    book.raise('damp', at, aloneEvidence(alone))
  else if (!mouldy(MOULD_HYSTERESIS) && (alone === undefined || isDryAlone(alone, damp)))
    book.clear('damp', at)
}

const mouldEvidence = ({ mouldReference }: RulesState, input: HourInput): Evidence => ({
  cause: 'mould',
  mould_index: rounded(input.own.mouldIndex, 2),
  mould_index_reference: rounded(mouldReference.index, 2),
  reference: input.reference?.kind ?? null,
  at: endOf(input),
})

function noteIngress(
  { ingress }: RulesState,
  input: HourInput,
  counted: CountedHour | undefined,
  book: EpisodeBook,
): void {
  if (counted === undefined) return
  if (persists(ingress))
    book.raise('water_ingress', endOf(input), ingressEvidence(ingress, counted))
  else if (ingress.jump === null) book.clear('water_ingress', endOf(input))
}
