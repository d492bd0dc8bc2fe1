// Where in a run the pause can be: at any stop, before driving on or after driving there.
import type { VehicleDay } from '../fleet/vehicle-day.ts'
import type { Visit } from './timetable.ts'

type Pause = VehicleDay['pause']

/** Visits with the pause among them. */
export interface WayToPause {
  readonly visits: readonly Visit[]
  /** Its place in `visits`; `null`: there is none. */
  readonly pausedAt: number | null
}

/** First without a pause, then with it at each place. */
export function waysToPause(visits: readonly Visit[], pause: Pause): readonly WayToPause[] {
  const without: WayToPause = { visits, pausedAt: null }
  if (pause === null) return [without]
  const begins = [pause.begin]
  const rest: Visit = { travelMs: 0, serviceMs: pause.ms, begins }
  const beforeDriving = [...Array(visits.length + 1).keys()].map((at) => ({
    visits: visits.toSpliced(at, 0, rest),
    pausedAt: at,
  }))
  const afterDriving = visits.map((visit, at) => ({
    visits: visits.toSpliced(
      at,
      1,
      { ...rest, travelMs: visit.travelMs },
      { ...visit, travelMs: 0 },
    ),
    pausedAt: at,
  }))
  return [without, ...beforeDriving, ...afterDriving]
}

/** The same rule as the search's: who is back while it may still begin, or leaves when it could be over, takes it at home. */
export const owesNoPause = (departure: number, arrival: number, pause: Pause): boolean =>
  pause === null || arrival <= pause.begin[1] || departure >= pause.begin[0] + pause.ms
