import type { Settings } from '@bakwacht/domain'
import { z } from 'zod'

const pct = z.number().min(0).max(100)
const euro = z.number().nonnegative().max(1_000_000)
const hours = z.number().nonnegative().max(8784)

const fields = {
  fill_hysteresis_pct: pct.describe('Full until it falls so many points below its threshold.'),
  overflow_pct: pct.describe('Full for planning from here, whatever its own threshold says.'),
  overflow_probability: z
    .number()
    .min(0)
    .max(1)
    .describe('"Fills before the next visit" holds from this probability on, 0–1.'),
  may_from_pct: pct.describe('Worth a look from this fill level on, %.'),
  min_hours_between_visits: hours.describe('Emptied less than this ago: left alone.'),
  density_kg_per_l: z.number().positive().max(2).describe("Textile's mean density, kg a litre."),
  fleet_fill_pct_per_day: z.number().nonnegative().max(100).describe('Where nothing is known.'),
  damp: z.strictObject({
    watch: z
      .array(z.strictObject({ rh_pct: pct, hours }))
      .max(10)
      .describe('Damp to be watched: so humid for so many hours.'),
    watch_mould_index: z.number().min(0).max(6),
    watch_loss_per_day: z
      .number()
      .min(0)
      .max(1)
      .describe('Chance that textile under damp watch is lost, for each day of waiting, 0–1.'),
    loss_per_day: z
      .number()
      .min(0)
      .max(1)
      .describe('The same in a damp bin, its air 3 g a m³ wetter than its neighbours’.'),
    spoils_beside: z
      .number()
      .min(0)
      .max(100)
      .describe('Kilograms that are lost beside each one lost to damp: a wet bag spoils others.'),
    excess_g_per_m3: z.number().nonnegative().max(100).describe('Above the neighbours, g a m³.'),
    excess_hours: hours,
    jump_g_per_m3: z.number().nonnegative().max(100).describe('A jump after rain, g a m³.'),
    must_mould_index: z.number().min(0).max(6),
    must_mould_index_above_reference: z.number().min(0).max(6),
    alone_risen_pct: pct.describe(
      'With nobody to compare: so much wetter for a day, % of saturation,',
    ),
    alone_rh_min_pct: pct.describe('and never drier than this.'),
    min_neighbours: z.int().min(1).max(1000),
    neighbour_km: z.number().positive().max(1000),
    mould_class: z.enum(['very_sensitive', 'sensitive', 'medium_resistant', 'resistant']),
    mould_cmat: z.number().min(0).max(1).describe('How fast the mould index declines, 0–1.'),
  }),
  fire: z.strictObject({
    temp_c: z.number().min(30).max(200).describe('Fire from this temperature on, °C.'),
    rise_per_hour_c: z.number().positive().max(200).describe('… or rising so fast, °C an hour,'),
    rise_min_c: z.number().min(0).max(200).describe('and already so warm, °C.'),
  }),
  health: z.strictObject({
    silent_intervals: z.number().min(1).max(1000).describe("Of the device's own usual interval."),
    silent_min_hours: hours,
    battery_low_v: z.number().min(0).max(100).describe('Volt.'),
    no_echo_hours: hours,
    stuck_hours: hours.describe('The same value for so long, and far longer than ever before.'),
    noisy_share: z
      .number()
      .min(0)
      .max(1)
      .describe('Of the last readings, leaping back and forth, 0–1.'),
    impossible_share: z
      .number()
      .min(0)
      .max(1)
      .describe('Of the last readings, with impossible values, 0–1.'),
    drift_pct: pct.describe('The floor creeps by so much over some emptyings, %.'),
    battery_warn_days: z
      .number()
      .nonnegative()
      .max(3650)
      .describe('Before it is expected to be empty.'),
    tilt_deg: z.number().positive().max(180).describe('Standing otherwise for a day, °.'),
    off_temp_c: z.number().positive().max(100).describe('Off the other bins, °C.'),
    off_rh_pct: pct.describe('Drier than the other bins, points.'),
  }),
  money: z.strictObject({
    damp_loss_per_kg: euro.describe('€ a kg lost to damp.'),
    disposal_per_kg: euro.describe('€ a kg.'),
    overflow_once: euro.describe('€ for cleaning up.'),
    overflow_per_hour: euro.describe('€ an hour while gifts are turned away.'),
    gift_per_kg: euro.describe('€ a kg turned away.'),
    revenue_per_kg: euro.describe('€ a kg collected.'),
  }),
  plan: z.strictObject({
    solve_seconds: z
      .number()
      .min(0.1)
      .max(3600)
      .describe('Seconds that the search of 900 visits or more may take; fewer take their share.'),
    lead_min: z.number().min(0).max(1440).describe('No departure earlier than now plus this.'),
    horizon_days: z
      .int()
      .min(1)
      .max(31)
      .describe('Days with runs looked ahead to: is a visit cheaper today or on one of these?'),
    full_waits_below: z
      .number()
      .min(0)
      .max(1)
      .describe('A full bin may wait while its chance to overflow before the next visit is below.'),
    overload_chance: z
      .number()
      .min(0.001)
      .max(0.5)
      .describe(
        'A trip may weigh more than its vehicle carries with this chance; 0.5: as expected.',
      ),
    change_cost: euro.describe('€ that each stop moved must save when a draft is planned again.'),
  }),
}

export const settingsSchema = z
  .object({ version: z.int(), ...fields })
  .meta({ id: 'Settings', description: 'What a planner tunes. Each plan records its version.' })

export const newSettingsSchema = z
  .strictObject({
    version: z.int().optional().describe('If given: the version that you read, or it is refused.'),
    ...fields,
  })
  .meta({ id: 'NewSettings', description: 'All of them: read, change, put back.' })

export const settingsToWire = (settings: Settings): z.output<typeof settingsSchema> => ({
  version: settings.version,
  fill_hysteresis_pct: settings.fillHysteresisPct,
  overflow_pct: settings.overflowPct,
  overflow_probability: settings.overflowProbability,
  may_from_pct: settings.mayFromPct,
  min_hours_between_visits: settings.minHoursBetweenVisits,
  density_kg_per_l: settings.densityKgPerL,
  fleet_fill_pct_per_day: settings.fleetFillPctPerDay,
  damp: {
    watch: settings.damp.watch.map(({ rhPct, hours }) => ({ rh_pct: rhPct, hours })),
    watch_mould_index: settings.damp.watchMouldIndex,
    watch_loss_per_day: settings.damp.watchLossPerDay,
    loss_per_day: settings.damp.lossPerDay,
    spoils_beside: settings.damp.spoilsBeside,
    excess_g_per_m3: settings.damp.excessGPerM3,
    excess_hours: settings.damp.excessHours,
    jump_g_per_m3: settings.damp.jumpGPerM3,
    must_mould_index: settings.damp.mustMouldIndex,
    must_mould_index_above_reference: settings.damp.mustMouldIndexAboveReference,
    alone_risen_pct: settings.damp.aloneRisenPct,
    alone_rh_min_pct: settings.damp.aloneRhMinPct,
    min_neighbours: settings.damp.minNeighbours,
    neighbour_km: settings.damp.neighbourKm,
    mould_class: settings.damp.mouldClass,
    mould_cmat: settings.damp.mouldCmat,
  },
  fire: {
    temp_c: settings.fire.tempC,
    rise_per_hour_c: settings.fire.risePerHourC,
    rise_min_c: settings.fire.riseMinC,
  },
  health: {
    silent_intervals: settings.health.silentIntervals,
    silent_min_hours: settings.health.silentMinHours,
    battery_low_v: settings.health.batteryLowV,
    no_echo_hours: settings.health.noEchoHours,
    stuck_hours: settings.health.stuckHours,
    noisy_share: settings.health.noisyShare,
    impossible_share: settings.health.impossibleShare,
    drift_pct: settings.health.driftPct,
    battery_warn_days: settings.health.batteryWarnDays,
    tilt_deg: settings.health.tiltDeg,
    off_temp_c: settings.health.offTempC,
    off_rh_pct: settings.health.offRhPct,
  },
  money: {
    damp_loss_per_kg: settings.money.dampLossPerKg,
    disposal_per_kg: settings.money.disposalPerKg,
    overflow_once: settings.money.overflowOnce,
    overflow_per_hour: settings.money.overflowPerHour,
    gift_per_kg: settings.money.giftPerKg,
    revenue_per_kg: settings.money.revenuePerKg,
  },
  plan: {
    solve_seconds: settings.plan.solveSeconds,
    lead_min: settings.plan.leadMin,
    horizon_days: settings.plan.horizonDays,
    change_cost: settings.plan.changeCost,
    full_waits_below: settings.plan.fullWaitsBelow,
    overload_chance: settings.plan.overloadChance,
  },
})

export const settingsFromWire = (
  wire: z.output<typeof newSettingsSchema>,
): Omit<Settings, 'version'> => ({
  fillHysteresisPct: wire.fill_hysteresis_pct,
  overflowPct: wire.overflow_pct,
  overflowProbability: wire.overflow_probability,
  mayFromPct: wire.may_from_pct,
  minHoursBetweenVisits: wire.min_hours_between_visits,
  densityKgPerL: wire.density_kg_per_l,
  fleetFillPctPerDay: wire.fleet_fill_pct_per_day,
  damp: {
    watch: wire.damp.watch.map(({ rh_pct, hours }) => ({ rhPct: rh_pct, hours })),
    watchMouldIndex: wire.damp.watch_mould_index,
    watchLossPerDay: wire.damp.watch_loss_per_day,
    lossPerDay: wire.damp.loss_per_day,
    spoilsBeside: wire.damp.spoils_beside,
    excessGPerM3: wire.damp.excess_g_per_m3,
    excessHours: wire.damp.excess_hours,
    jumpGPerM3: wire.damp.jump_g_per_m3,
    mustMouldIndex: wire.damp.must_mould_index,
    mustMouldIndexAboveReference: wire.damp.must_mould_index_above_reference,
    aloneRisenPct: wire.damp.alone_risen_pct,
    aloneRhMinPct: wire.damp.alone_rh_min_pct,
    minNeighbours: wire.damp.min_neighbours,
    neighbourKm: wire.damp.neighbour_km,
    mouldClass: wire.damp.mould_class,
    mouldCmat: wire.damp.mould_cmat,
  },
  fire: {
    tempC: wire.fire.temp_c,
    risePerHourC: wire.fire.rise_per_hour_c,
    riseMinC: wire.fire.rise_min_c,
  },
  health: {
    silentIntervals: wire.health.silent_intervals,
    silentMinHours: wire.health.silent_min_hours,
    batteryLowV: wire.health.battery_low_v,
    noEchoHours: wire.health.no_echo_hours,
    stuckHours: wire.health.stuck_hours,
    noisyShare: wire.health.noisy_share,
    impossibleShare: wire.health.impossible_share,
    driftPct: wire.health.drift_pct,
    batteryWarnDays: wire.health.battery_warn_days,
    tiltDeg: wire.health.tilt_deg,
    offTempC: wire.health.off_temp_c,
    offRhPct: wire.health.off_rh_pct,
  },
  money: {
    dampLossPerKg: wire.money.damp_loss_per_kg,
    disposalPerKg: wire.money.disposal_per_kg,
    overflowOnce: wire.money.overflow_once,
    overflowPerHour: wire.money.overflow_per_hour,
    giftPerKg: wire.money.gift_per_kg,
    revenuePerKg: wire.money.revenue_per_kg,
  },
  plan: {
    solveSeconds: wire.plan.solve_seconds,
    leadMin: wire.plan.lead_min,
    horizonDays: wire.plan.horizon_days,
    changeCost: wire.plan.change_cost,
    fullWaitsBelow: wire.plan.full_waits_below,
    overloadChance: wire.plan.overload_chance,
  },
})
