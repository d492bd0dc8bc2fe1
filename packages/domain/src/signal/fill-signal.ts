// The clean fill level out of single echoes, which textile reflects badly: a few accounts of what the
// echoes mean are kept side by side, each with its share of the belief (a multiple-model filter, Blom &
// Bar-Shalom 1988). Textile has left when nearly all of the belief says so. Constant memory.
import { rounded } from '../state/rounded.ts'
import { DAY_MS } from '../time/local-time.ts'
import { type Body, type Echo, explanations } from './explain-echo.ts'
import type { FillEstimate } from './fill-estimate.ts'
import { type FillScale, floorLearnt, floorSpread, pctAt, unknownScale } from './fill-scale.ts'
import { sumOf, weighed } from './hypotheses.ts'
import { type Fall, firstHypotheses, type Hypothesis, seenFirst } from './hypothesis.ts'
import { type Lid, lidAfterEcho, lidAfterReading, slidesBy, unknownLid } from './lid.ts'
import { noReflectors, type Reflectors, reflectorsAfter } from './reflectors.ts'
import { noVisits, type VisitHabit, visitsAfter } from './visit-habit.ts'

/** All that is carried from one echo to the next; plain JSON. */
export interface FillSignal {
  /** `null`: never measured. */
  readonly level: FillEstimate | null
  /** The best first. */
  readonly hypotheses: readonly Hypothesis[]
  /** UTC ms of the last echo, and what it said. */
  readonly at: number | null
  readonly points: number | null
  /** Variance of a single echo off textile, points². */
  readonly noise: number
  readonly scale: FillScale
  readonly reflectors: Reflectors
  readonly lid: Lid
  readonly visits: VisitHabit
}

export const unknownFill: FillSignal = {
  level: null,
  hypotheses: [],
  at: null,
  points: null,
  noise: 4,
  scale: unknownScale,
  reflectors: noReflectors,
  lid: unknownLid,
  visits: noVisits,
}

/** Textile that left, as the signal saw it; percent of capacity. */
export interface SeenFall {
  readonly at: number
  readonly beforePct: number
  readonly afterPct: number
  readonly partial: boolean
  readonly confidence: number
}

/** Belief that is enough at once, after two echoes, and after five, when it will hardly change any more. */
const BELIEVED = 0.99
const BELIEVED_AT_LAST = 0.5
const AT_LAST_ECHOES = 5
const STORY_MS = 3 * DAY_MS
/** More than this is left: not all textile went. At first the floor itself is uncertain. */
const PARTIAL_FROM_PCT = 8
const PARTIAL_FROM_PCT_AT_FIRST = 14

/**
 * @param points the echo on the scale of its calibration, not clipped
 * @param guessed nobody registered that calibration
 */
export function fillAfterEcho(
  before: FillSignal,
  at: number,
  points: number,
  guessed = false,
): { readonly fill: FillSignal; readonly fall: SeenFall | null } {
  const said = rounded(points, 2)
  const hypotheses = explained(before, at, said)
  const fall = believedFall(hypotheses)
  const likely = fall === null ? 0 : sumOf(hypotheses.filter(fell))
  const scale = floorLearnt(scaleBefore(before, points, guessed), fall, hypotheses[0])
  const fill = estimated({
    level: before.level,
    hypotheses: fall === null ? withoutOldStories(hypotheses, at) : withoutStory(hypotheses),
    at,
    points: said,
    noise: noiseAfter(before, hypotheses, points),
    scale,
    reflectors: reflectorsAfter(before.reflectors, hypotheses[0]),
    lid: lidAfterEcho(before.lid),
    // What a driver told was counted when it was told.
    visits: fall?.told === null ? visitsAfter(before.visits, fall.at, likely) : before.visits,
  })
  return { fill, fall: fall && seen(fall, scale, likely) }
}

/** A reading came in, before its echo is looked at. @param opens of the lid since the one before; `null`: not counted */
export const fillAfterLid = (before: FillSignal, opens: number | null): FillSignal => ({
  ...before,
  lid: lidAfterReading(before.lid, opens),
})

/** So often a driver is right about what was taken. */
const WORD_HOLDS = 0.999

/** The driver took out all of it, or some. The echoes to come may bear it out, or object. */
export function fillAfterWord(before: FillSignal, at: number, took: 'all' | 'some'): FillSignal {
  const { hypotheses, scale } = before
  const [best = seenFirst(scale.floor, at)] = hypotheses
  const told: Hypothesis = {
    ...best,
    weight: WORD_HOLDS,
    points: took === 'all' ? scale.floor : (best.points + scale.floor) / 2,
    variance: took === 'all' ? 16 : 400,
    seenAt: at,
    hiddenBy: null,
    fall: { at, before: best.points, rest: Number.MAX_SAFE_INTEGER, echoes: 0, told: took },
  }
  const doubts = hypotheses.map((each) => ({
    ...each,
    fall: null,
    weight: each.weight * (1 - WORD_HOLDS),
  }))
  const visits = visitsAfter(before.visits, at, 1)
  return estimated({ ...before, at, hypotheses: weighed([told, ...doubts]), visits })
}

/** Another device: its echoes have their own story and their own scale. The level stays, and crews come as before. */
export const fillOfNewDevice = ({ level, visits }: FillSignal): FillSignal => ({
  ...unknownFill,
  level,
  visits,
})

/** Without a registered distance the first echo is the floor until a farther one comes. */
const scaleBefore = (before: FillSignal, points: number, guessed: boolean): FillScale =>
  guessed && before.points === null ? { floor: points, rests: [], guessed } : before.scale

function explained(
  { hypotheses, at: lastAt, points: last, scale, noise, reflectors, lid, visits }: FillSignal,
  at: number,
  points: number,
): Hypothesis[] {
  if (hypotheses.length === 0 || lastAt === null) return firstHypotheses(points, at)
  const elapsedMs = at - lastAt
  const echo: Echo = {
    at,
    points,
    elapsedMs,
    repeats: points === last,
    slidesBy: slidesBy(lid),
  }
  const floorVariance = floorSpread(scale) ** 2
  const body: Body = { floor: scale.floor, floorVariance, noiseVariance: noise, reflectors, visits }
  const all: Hypothesis[] = []
  for (const each of hypotheses) explanations(each, echo, body, all)
  return weighed(all)
}

const fell = ({ fall }: Hypothesis): boolean => fall !== null

/** The fall that nearly all belief is in, once two echoes off the textile bear it out. */
function believedFall(hypotheses: readonly Hypothesis[]): Fall | null {
  const fall = hypotheses[0]?.fall ?? null
  if (fall === null || fall.echoes < 2) return null
  const enough = fall.echoes < AT_LAST_ECHOES ? BELIEVED : BELIEVED_AT_LAST
  return sumOf(hypotheses.filter(fell)) >= enough ? fall : null
}

/** What is believed is no news any more, and other accounts are gone. */
const withoutStory = (hypotheses: readonly Hypothesis[]): Hypothesis[] =>
  weighed(hypotheses.filter(fell).map((each) => ({ ...each, fall: null })))

/** Stories that had their time and were not believed are none. */
function withoutOldStories(hypotheses: readonly Hypothesis[], at: number): readonly Hypothesis[] {
  const isOld = ({ fall }: Hypothesis) =>
    fall !== null && (fall.echoes >= AT_LAST_ECHOES || at - fall.at > STORY_MS)
  if (!hypotheses.some(isOld)) return hypotheses
  return weighed(hypotheses.map((each) => (isOld(each) ? { ...each, fall: null } : each)))
}

function seen(fall: Fall, scale: FillScale, confidence: number): SeenFall {
  const afterPct = rounded(pctAt(scale, fall.rest))
  const most = scale.rests.length > 1 ? PARTIAL_FROM_PCT : PARTIAL_FROM_PCT_AT_FIRST
  return {
    at: fall.at,
    beforePct: rounded(pctAt(scale, fall.before)),
    afterPct,
    partial: fall.told === null ? afterPct > most : fall.told === 'some',
    confidence: rounded(confidence, 3),
  }
}

const NOISE_FOLLOWS_OVER = 40

function noiseAfter(
  { hypotheses: [before], noise }: FillSignal,
  [after]: readonly Hypothesis[],
  points: number,
): number {
  if (before === undefined || after === undefined || after.hiddenBy !== null) return noise
  const off = points - before.points
  if (Math.abs(off) > 12) return noise
  const follows = noise + ((off * off) / 2 - noise) / NOISE_FOLLOWS_OVER
  return rounded(Math.min(Math.max(follows, 2), 36), 3)
}

/** What a heap under the sensor stands above or below the mean when the bin is half full. */
const HEAP_SD_PCT = 7

function estimated(fill: FillSignal): FillSignal {
  const [best] = fill.hypotheses
  if (best === undefined) return fill
  const pct = rounded(pctAt(fill.scale, best.points), 2)
  let variance = 0
  for (const { weight, points, variance: own } of fill.hypotheses)
    variance += weight * (own + (points - best.points) ** 2)
  const share = pct / 100
  const heap = HEAP_SD_PCT * 4 * share * (1 - share)
  const sdPct = Math.sqrt(variance + heap ** 2 + (floorSpread(fill.scale) * (1 - share)) ** 2)
  return { ...fill, level: { at: best.seenAt, pct, sdPct: rounded(sdPct, 2) } }
}
