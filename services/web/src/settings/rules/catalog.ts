// Every setting: where it stands on the page, in which unit it is shown, and between which limits.
import type { Words } from '../../language/words.ts'

export type SettingPath = keyof Words['settings']['fields']
export type Group = keyof Words['settings']['groups']
export type Unit = keyof Words['settings']['units']

export interface Setting {
  readonly path: SettingPath
  readonly group: Group
  /** Rarely changed: folded away. */
  readonly advanced?: boolean
  readonly kind: NumberKind | { readonly is: 'steps' } | { readonly is: 'mould' }
}

export interface NumberKind {
  readonly is: 'number'
  readonly unit: Unit
  /** As the API takes them. */
  readonly min: number
  readonly max: number
  /** A share 0–1 is shown in percent. */
  readonly times: 1 | 100
  readonly whole: boolean
}

const numberOf = (unit: Unit, max: number, more: Partial<NumberKind> = {}): NumberKind => ({
  ...{ is: 'number', unit, min: 0, max, times: 1, whole: false },
  ...more,
})
const pct = numberOf('pct', 100)
const share = numberOf('pct', 1, { times: 100 })
const hours = numberOf('hours', 8784)
const euro = (unit: 'euro' | 'euroKg' | 'euroHour') => numberOf(unit, 1_000_000)
const airWater = numberOf('gM3', 100)
const mouldRisk = numberOf('risk', 6)

type Row = readonly [SettingPath, Setting['kind'], 'advanced'?]

const GROUPED: Readonly<Record<Group, readonly Row[]>> = {
  full: [
    ['overflow_pct', pct],
    ['overflow_probability', share],
    ['may_from_pct', pct],
    ['min_hours_between_visits', hours],
    ['plan.full_waits_below', share],
    ['fill_hysteresis_pct', numberOf('points', 100), 'advanced'],
    ['fleet_fill_pct_per_day', numberOf('pctDay', 100), 'advanced'],
    ['density_kg_per_l', numberOf('kgL', 2, { min: 0.001 }), 'advanced'],
  ],
  damp: [
    ['damp.watch', { is: 'steps' }],
    ['damp.loss_per_day', numberOf('pctDay', 1, { times: 100 })],
    ['damp.spoils_beside', numberOf('kg', 100)],
    ['damp.watch_loss_per_day', numberOf('pctDay', 1, { times: 100 })],
    ['damp.excess_g_per_m3', airWater],
    ['damp.excess_hours', hours],
    ['damp.jump_g_per_m3', airWater],
    ['damp.watch_mould_index', mouldRisk, 'advanced'],
    ['damp.must_mould_index', mouldRisk, 'advanced'],
    ['damp.must_mould_index_above_reference', mouldRisk, 'advanced'],
    ['damp.mould_class', { is: 'mould' }, 'advanced'],
    ['damp.mould_cmat', numberOf('factor', 1), 'advanced'],
    ['damp.alone_risen_pct', pct, 'advanced'],
    ['damp.alone_rh_min_pct', pct, 'advanced'],
    ['damp.min_neighbours', numberOf('bins', 1000, { min: 1, whole: true }), 'advanced'],
    ['damp.neighbour_km', numberOf('km', 1000, { min: 0.1 }), 'advanced'],
  ],
  money: [
    ['money.revenue_per_kg', euro('euroKg')],
    ['money.gift_per_kg', euro('euroKg')],
    ['money.overflow_once', euro('euro')],
    ['money.overflow_per_hour', euro('euroHour')],
    ['money.damp_loss_per_kg', euro('euroKg')],
    ['money.disposal_per_kg', euro('euroKg')],
  ],
  planning: [
    ['plan.horizon_days', numberOf('runDays', 31, { min: 1, whole: true })],
    ['plan.lead_min', numberOf('minutes', 1440)],
    ['plan.overload_chance', { ...share, min: 0.001, max: 0.5 }],
    ['plan.change_cost', euro('euro')],
    ['plan.solve_seconds', numberOf('seconds', 3600, { min: 0.1 }), 'advanced'],
  ],
  sensors: [
    ['health.silent_intervals', numberOf('messages', 1000, { min: 1 })],
    ['health.silent_min_hours', hours],
    ['health.battery_low_v', numberOf('volt', 100)],
    ['health.battery_warn_days', numberOf('days', 3650)],
    ['health.no_echo_hours', hours],
    ['health.tilt_deg', numberOf('degrees', 180, { min: 0.1 })],
    ['health.stuck_hours', hours, 'advanced'],
    ['health.noisy_share', share, 'advanced'],
    ['health.impossible_share', share, 'advanced'],
    ['health.drift_pct', pct, 'advanced'],
    ['health.off_temp_c', numberOf('celsius', 100, { min: 0.1 }), 'advanced'],
    ['health.off_rh_pct', numberOf('points', 100), 'advanced'],
  ],
  fire: [
    ['fire.temp_c', numberOf('celsius', 200, { min: 30 })],
    ['fire.rise_per_hour_c', numberOf('celsiusHour', 200, { min: 0.1 })],
    ['fire.rise_min_c', numberOf('celsius', 200)],
  ],
}

export const GROUPS = Object.keys(GROUPED) as readonly Group[]

export const SETTINGS: readonly Setting[] = GROUPS.flatMap((group) =>
  GROUPED[group].map(([path, kind, advanced]) => ({
    ...{ path, group, kind },
    advanced: advanced !== undefined,
  })),
)
