// The air in a bin between its readings: a measured value holds until the next of its kind, at most
// three hours. Folded hour by hour into the mould index and the wet spell. Unlike the service's, these
// run on when the bin is emptied: they tell of the place, not of the textile.
import {
  HOUR_MS,
  type HumidityRun,
  humidRunAfter,
  MINUTE_MS,
  type MouldState,
  type MouldSurface,
  mouldAfter,
  noMould,
  type Reading,
  runHours,
} from '@bakwacht/domain'

export interface HeldClimate {
  /** UTC ms: folded up to here. */
  readonly at: number
  readonly temp: Held | null
  readonly rh: Held | null
  readonly open: OpenHour | null
  /** `null`: no hour had both. */
  readonly mould: MouldState | null
  readonly wet: HumidityRun | null
}

interface Held {
  readonly value: number
  /** UTC ms, inclusive. */
  readonly until: number
}

/** Integrals over that part of the hour for which both are known. */
interface OpenHour {
  readonly hour: number
  readonly ms: number
  readonly tempMs: number
  readonly rhMs: number
}

export const noClimate: HeldClimate = {
  at: Number.NEGATIVE_INFINITY,
  temp: null,
  rh: null,
  open: null,
  mould: null,
  wet: null,
}

const HOLDS_MS = 3 * HOUR_MS
/** An hour counts when at least half of it is known: then one reading counts for its three hours. */
const FEWEST_MS = 30 * MINUTE_MS
/** The service's watch level at which textile is damp. */
const WET = { rhPct: 75, hours: 48 }
const LONGEST_GAP_HOURS = 24

export function climateWith(
  before: HeldClimate,
  { observedAt, tempC, rhPct }: Reading,
  surface: MouldSurface,
): HeldClimate {
  const climate = climateAt(before, observedAt, surface)
  const until = observedAt + HOLDS_MS
  return {
    ...climate,
    temp: tempC === null ? climate.temp : { value: tempC, until },
    rh: rhPct === null ? climate.rh : { value: rhPct, until },
  }
}

/** The same, folded on to this instant. */
export function climateAt(before: HeldClimate, at: number, surface: MouldSurface): HeldClimate {
  const { temp, rh } = before
  let climate = before
  if (temp !== null && rh !== null) {
    const end = Math.min(at, temp.until, rh.until)
    for (let from = before.at; from < end; ) {
      const hour = Math.floor(from / HOUR_MS)
      const to = Math.min(end, (hour + 1) * HOUR_MS)
      const open = withPart(climate.open, hour, to - from, temp.value, rh.value)
      climate = { ...(isOf(climate.open, hour) ? climate : closed(climate, surface)), open }
      from = to
    }
  }
  const over = climate.open !== null && climate.open.hour < Math.floor(at / HOUR_MS)
  return { ...(over ? closed(climate, surface) : climate), at }
}

/** What is known of the air at the instant that it is folded up to; `null`: nothing holds. */
export function airOf({ at, temp, rh }: HeldClimate): {
  readonly tempC: number | null
  readonly rhPct: number | null
} {
  const holds = (held: Held | null) => (held !== null && at <= held.until ? held.value : null)
  return { tempC: holds(temp), rhPct: holds(rh) }
}

/** Hours of the wet spell that lasts; a day of silence ends it. */
export function wetHours({ at, wet }: HeldClimate): number {
  const over = wet === null || at - (wet.to + 1) * HOUR_MS > LONGEST_GAP_HOURS * HOUR_MS
  return over ? 0 : runHours(wet)
}

const isOf = (open: OpenHour | null, hour: number): boolean => open === null || open.hour === hour

function withPart(
  open: OpenHour | null,
  hour: number,
  ms: number,
  tempC: number,
  rhPct: number,
): OpenHour {
  const before = open?.hour === hour ? open : { ms: 0, tempMs: 0, rhMs: 0 }
  return {
    hour,
    ms: before.ms + ms,
    tempMs: before.tempMs + tempC * ms,
    rhMs: before.rhMs + rhPct * ms,
  }
}

function closed(climate: HeldClimate, surface: MouldSurface): HeldClimate {
  const { open } = climate
  if (open === null || open.ms < FEWEST_MS) return { ...climate, open: null }
  const rhPct = open.rhMs / open.ms
  return {
    ...climate,
    open: null,
    mould: mouldAfter(climate.mould ?? noMould, open.hour, open.tempMs / open.ms, rhPct, surface),
    wet: humidRunAfter(climate.wet, WET, open.hour, rhPct),
  }
}
