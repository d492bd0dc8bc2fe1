// What one more echo can mean: it came from the textile, where it lay or on a new heap; something
// nearer caught it; it is from anywhere; or textile has left. The rules are those of sound: an echo
// can easily be too near and hardly ever too far, so a bin that seems emptier says more than one that
// seems fuller.
import { DAY_MS, HOUR_MS } from '../time/local-time.ts'
import type { Fall, Hypothesis } from './hypothesis.ts'
import { caughtDensity, type Reflectors } from './reflectors.ts'
import { type VisitHabit, visitChance } from './visit-habit.ts'

export interface Echo {
  readonly at: number
  readonly points: number
  /** Since the echo before. */
  readonly elapsedMs: number
  /** To the digit the echo before: a sensor that is stuck proves nothing by saying it again. */
  readonly repeats: boolean
  /** How much likelier than at any time a heap slid since the echo before. */
  readonly slidesBy: number
}

/** What the sensor and the box are like, and when crews come. */
export interface Body {
  readonly floor: number
  readonly floorVariance: number
  readonly noiseVariance: number
  readonly reflectors: Reflectors
  readonly visits: VisitHabit
}

/** Variance that people's gifts and settling bags add to the level, points² an hour. */
const DRIFT_PER_HOUR = 3
const MOST_DRIFT = 100
const PARTIAL_SHARE = 0.3
/** Up to so far above the floor the textile is flat. */
const FLAT_POINTS = 6
/** Nearer than full there is seldom textile. */
const FULLEST = 103
const LUMPS_PER_DAY = 0.15
/** How far a heap slides. */
const SLIDE_POINTS = 3
/** A fall by less than this is a heap that slid. */
const LEAST_FALL = 8
/** Not spread over more than what lies between floor and sensor. */
const REACH = 110
const STORY_OPEN_MS = 6 * HOUR_MS
const COUNTED_OVER = 60
const STRAYS_COUNTED_OVER = 40
const LEAST_STRAYS = 0.004
const RUNS_COUNTED_OVER = 12

/** Every reading of the echo under this hypothesis; weights say how well each explains it. */
export function explanations(
  hypothesis: Hypothesis,
  echo: Echo,
  body: Body,
  into: Hypothesis[],
): void {
  const days = echo.elapsedMs / DAY_MS
  const variance =
    hypothesis.variance + Math.min((DRIFT_PER_HOUR * echo.elapsedMs) / HOUR_MS, MOST_DRIFT)
  const { hiddenBy, catches } = hypothesis
  const staysHidden =
    hiddenBy === null ? 0 : hypothesis.catchesOn * Math.exp(-echo.elapsedMs / (12 * HOUR_MS))
  const caught = (1 - staysHidden) * catches
  const clear = (1 - staysHidden - caught) * (1 - hypothesis.strays)
  const off = echo.points - hypothesis.points

  fromTextile()
  fromHeap()
  if (off > 0) caughtOnTheWay()
  else stray()
  if (hiddenBy !== null && Math.abs(echo.points - hiddenBy) < 8) stillHidden(hiddenBy)
  if (off < -LEAST_FALL && hypothesis.weight > 0.01) left()

  function fromTextile(): void {
    const innovation = variance + body.noiseVariance
    const gain = variance / innovation
    const slides = off < -3 * Math.sqrt(body.noiseVariance)
    into.push(
      seen(
        clear *
          gaussian(off, innovation) *
          (slides ? echo.slidesBy * roomToSlide(echo.points - body.floor) : 1),
        hypothesis.points + gain * off,
        gain * body.noiseVariance,
      ),
    )
  }

  function fromHeap(): void {
    const likely =
      off > 0
        ? giftsBring(off, days) * (echo.points > FULLEST ? 0.1 : 1)
        : 0.02 *
          echo.slidesBy *
          exponential(-off, SLIDE_POINTS) *
          roomToSlide(echo.points - body.floor)
    into.push(seen(clear * likely, echo.points, body.noiseVariance))
  }

  function caughtOnTheWay(): void {
    into.push(hidden(caught * caughtHere(hypothesis.points), hypothesis, variance))
  }

  function caughtHere(level: number): number {
    return caughtDensity(body.reflectors, echo.points, nearDensity(level, echo.points))
  }

  function stray(): void {
    into.push({
      ...hypothesis,
      weight: (hypothesis.weight * hypothesis.strays) / REACH,
      variance,
      strays: counted(hypothesis.strays, 1, STRAYS_COUNTED_OVER, LEAST_STRAYS),
    })
  }

  function stillHidden(place: number): void {
    const likely =
      staysHidden * gaussian(echo.points - place, 2 * body.noiseVariance + DRIFT_PER_HOUR)
    into.push({
      ...hidden(likely, hypothesis, variance),
      catchesOn: counted(hypothesis.catchesOn, 1, RUNS_COUNTED_OVER),
    })
  }

  /** Textile left before this echo: all, a part, or some more than an echo ago. */
  function left(): void {
    const { fall } = hypothesis
    if (fall !== null && !(fall.told !== null && fall.echoes === 0)) {
      if (echo.at - fall.at > STORY_OPEN_MS) return
      into.push({
        ...seen(clear * 0.1 * (1 / REACH), echo.points, body.noiseVariance),
        fall: {
          ...fall,
          at: -off > fall.before - hypothesis.points ? echo.at : fall.at,
          rest: echo.points,
          echoes: 1,
        },
      })
      return
    }
    const emptied = visitChance(body.visits, echo.at, echo.elapsedMs)
    const story = { at: echo.at, before: hypothesis.points, rest: echo.points, told: null }
    const wholly = gaussian(
      echo.points - body.floor - 2,
      body.floorVariance + body.noiseVariance + 9,
    )
    // Below the floor it may lie as well: then the floor was not known.
    const partly = 1 / (hypothesis.points - Math.min(body.floor, echo.points) + 10)
    const likely = (1 - PARTIAL_SHARE) * wholly + PARTIAL_SHARE * partly
    into.push({
      ...seen(emptied * (1 - catches) * likely, echo.points, body.noiseVariance + 1),
      fall: { ...story, echoes: 1 },
    })
    const floor = { ...hypothesis, points: body.floor + 3, fall: { ...story, echoes: 0 } }
    if (floor.points < echo.points)
      into.push(
        hidden(
          emptied * (1 - PARTIAL_SHARE) * catches * caughtHere(floor.points),
          floor,
          body.floorVariance + 36,
        ),
      )
  }

  function seen(likelihood: number, points: number, posterior: number): Hypothesis {
    const { fall } = hypothesis
    return {
      weight: hypothesis.weight * likelihood,
      points,
      variance: posterior,
      seenAt: echo.at,
      hiddenBy: null,
      catches: hiddenBy === null ? counted(catches, 0, COUNTED_OVER) : catches,
      strays: counted(hypothesis.strays, 0, STRAYS_COUNTED_OVER, LEAST_STRAYS),
      catchesOn:
        hiddenBy === null
          ? hypothesis.catchesOn
          : counted(hypothesis.catchesOn, 0, RUNS_COUNTED_OVER),
      fall: fall === null ? null : borneOut(fall, points),
    }
  }

  /** Dated by the first echo off the textile, if it is not the driver's word. */
  function borneOut(fall: Fall, points: number): Fall {
    return {
      ...fall,
      at: fall.echoes === 0 && fall.told === null ? echo.at : fall.at,
      rest: Math.min(fall.rest, points),
      echoes: fall.echoes + (proves(points) ? 1 : 0),
    }
  }

  /** An empty floor says the same again and again; textile seldom does. */
  function proves(points: number): boolean {
    return !echo.repeats || points < body.floor + FLAT_POINTS
  }

  function hidden(likelihood: number, from: Hypothesis, posterior: number): Hypothesis {
    return {
      ...from,
      weight: hypothesis.weight * likelihood,
      variance: posterior,
      hiddenBy: echo.points,
      catches: hiddenBy === null ? counted(catches, 1, COUNTED_OVER) : catches,
    }
  }
}

/** Bags, and now and then a whole household; the longer since the last echo, the more. */
const giftsBring = (rise: number, days: number): number =>
  0.05 * exponential(rise, 4) +
  Math.min(LUMPS_PER_DAY * days, 0.5) * exponential(rise, 15 + Math.min(6 * days, 50))

/** An empty floor is flat: nothing slides from it, and little from just above it. */
const roomToSlide = (above: number): number => Math.min(Math.max(above / 15, 0.1), 1) ** 2

/** Something between textile and sensor; the near end of the scale more often than other places. */
const nearDensity = (level: number, points: number): number =>
  0.7 / Math.max(REACH - level, 10) + (points > 92 ? 0.3 / 15 : 0)

const gaussian = (off: number, variance: number): number =>
  Math.exp((-off * off) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance)

const exponential = (off: number, scale: number): number => Math.exp(-off / scale) / scale

const counted = (share: number, happened: 0 | 1, over: number, least = 0.01): number =>
  Math.min(Math.max(share + (happened - share) / over, least), 0.95)
