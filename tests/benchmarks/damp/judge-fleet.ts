// What the rules say of the fleet, hour by hour, as the service runs them.
import {
  type AlertEpisode,
  beforeAnyEvent,
  beforeAnyHour,
  type Container,
  containerDefaults,
  DAY_MS,
  type FoldEvent,
  foldConfigOf,
  foldEvents,
  HOUR_MS,
  type HourInput,
  type HourlyDay,
  hasValues,
  hourValues,
  inObservedOrder,
  isSunny,
  type OutdoorHour,
  type Reading,
  rainBefore,
  referenceAt,
  runHourlyRules,
  type Settings,
} from '@bakwacht/domain'
import type { LivedBin } from './fleet-year.ts'

export interface Surroundings {
  readonly neighbours: boolean
  readonly feed: ((hour: number) => OutdoorHour | undefined) | undefined
}

const place: Container = {
  ...containerDefaults,
  id: 'bin',
  name: 'bin',
  location: [5.18, 52.1],
  capacityL: 2500,
  createdAt: 0,
}

export type FoldedBin = ReadonlyMap<number, HourlyDay>

/** Folded once, judged in many surroundings. */
export const foldBin = (bin: LivedBin, settings: Settings): FoldedBin =>
  foldEvents(
    beforeAnyEvent,
    inObservedOrder(eventsOf(bin)),
    foldConfigOf(place, settings, 'Europe/Brussels'),
  ).days

export function judgeBin(
  index: number,
  folded: readonly FoldedBin[],
  { neighbours, feed }: Surroundings,
  settings: Settings,
): readonly AlertEpisode[] {
  const others = neighbours
    ? folded.filter((_, other) => other !== index).map((days) => (day: number) => days.get(day))
    : []
  return runHourlyRules(beforeAnyHour, inputs(folded[index] ?? new Map()), settings).episodes

  function* inputs(days: FoldedBin): Generator<HourInput> {
    for (const [day, values] of days)
      for (let slot = 0; slot < 24; slot++) {
        const hour = day * 24 + slot
        const own = hourValues(values, slot)
        if (!hasValues(own)) continue
        yield {
          ...{ hour, own, sunny: isSunny(hour, place.location) },
          reference: referenceAt(hour, others, feed?.(hour), settings.damp.minNeighbours),
          rainMm: feed === undefined ? null : rainBefore(feed, hour),
          nextVisitAt: (hour + 1) * HOUR_MS + 2 * DAY_MS,
        }
      }
  }
}

function eventsOf({ id, readings, emptiedAt }: LivedBin): FoldEvent[] {
  const begin = readings[0]?.at ?? 0
  return [
    { kind: 'seated', at: begin, deviceId: id, registeredAt: begin },
    ...emptiedAt.map(
      (at): FoldEvent => ({ kind: 'result', at, stopId: `${id}-${at}`, outcome: 'emptied' }),
    ),
    ...readings.map(
      ({ at, tempC, rhPct, fillPct }): FoldEvent => ({
        kind: 'reading',
        at,
        reading: {
          ...nothingElse,
          deviceId: id,
          observedAt: at,
          receivedAt: at,
          tempC,
          rhPct,
          fillPct,
        },
      }),
    ),
  ]
}

const nothingElse: Omit<Reading, 'deviceId' | 'observedAt' | 'receivedAt'> = {
  ...{ seq: null, flags: 0, distanceMm: null, fillPct: null, tempC: null, rhPct: null },
  ...{ batteryV: null, rssiDbm: null, tiltDeg: null, lidOpens: null },
}
