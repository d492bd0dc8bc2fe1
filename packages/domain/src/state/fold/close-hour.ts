import { mouldClasses } from '../../damp/mould-class.ts'
import { type MouldSurface, mouldAfter } from '../../damp/mould-index.ts'
import { inflowVariance, meanInflow } from '../../forecast/expected-inflow.ts'
import { fleetHabitOf } from '../../forecast/fleet-habit.ts'
import type { DampSettings } from '../../settings.ts'
import { emptyDay, type HourlyDay, setHour } from '../hourly/hourly-day.ts'
import type { FoldConfig } from './fold-config.ts'
import type { FoldState } from './fold-state.ts'
import { mean } from './hour-sums.ts'

export type HourlyDays = Map<number, HourlyDay>

export const surfaceOf = (damp: DampSettings): MouldSurface => ({
  class: mouldClasses[damp.mouldClass],
  cmat: damp.mouldCmat,
})

/** Writes the open hour down and lets mould grow through it. */
export function closeHour(state: FoldState, days: HourlyDays, { settings }: FoldConfig): FoldState {
  const { hour: sums } = state
  if (sums === null) return state
  const tempC = mean(sums.temp)
  const rhPct = mean(sums.rh)
  const measured = !Number.isNaN(tempC) && !Number.isNaN(rhPct)
  const mould = measured
    ? mouldAfter(state.mould, sums.hour, tempC, rhPct, surfaceOf(settings.damp))
    : state.mould

  const { usual } = state.habit
  const fleet = fleetHabitOf(settings)
  const dayNumber = Math.floor(sums.hour / 24)
  const day = days.get(dayNumber) ?? emptyDay()
  days.set(dayNumber, day)
  setHour(day, sums.hour % 24, {
    tempC,
    rhPct,
    absHumidityGPerM3: mean(sums.absHumidity),
    fillPct: sums.fillPct ?? Number.NaN,
    ratePctPerDay: meanInflow(usual, fleet),
    inflowVariance: inflowVariance(usual, fleet),
    mouldIndex: mould.index,
    emptiedMinute: sums.emptiedMinute ?? Number.NaN,
    fillSdPct: sums.fillSdPct ?? Number.NaN,
  })
  return { ...state, mould, hour: null }
}
