// What a planner tunes. Stored as versions; every plan records the version it was made with.
// Defaults and their sources: docs/settings.md.

export interface Settings {
  readonly version: number
  /** Hysteresis: a container counts as full from its threshold until it falls this far below it. */
  readonly fillHysteresisPct: number
  /** A lone container is `full` for planning from here whatever its own threshold says. */
  readonly overflowPct: number
  /** "Fills before the next visit" must hold with at least this probability. */
  readonly overflowProbability: number
  /** May bins: from this fill on worth a look. */
  readonly mayFromPct: number
  /** A bin emptied less than this ago is left alone unless somebody asks. */
  readonly minHoursBetweenVisits: number
  /** Textile's mean density, and the fleet's mean inflow where nothing better is known. */
  readonly densityKgPerL: number
  readonly fleetFillPctPerDay: number
  readonly damp: DampSettings
  readonly fire: {
    readonly tempC: number
    readonly risePerHourC: number
    readonly riseMinC: number
  }
  readonly health: {
    /** Silent after this many of the device's own usual intervals, but at least `silentMinHours`. */
    readonly silentIntervals: number
    readonly silentMinHours: number
    readonly batteryLowV: number
    readonly noEchoHours: number
    /** The same value for so long, and far longer than ever before, while the temperature moved: stuck. */
    readonly stuckHours: number
    /** Shares of a device's last readings, 0–1, from which it counts as noisy, or as wrong. */
    readonly noisyShare: number
    readonly impossibleShare: number
    /** A floor that creeps by so much of the depth over some emptyings drifts, %. */
    readonly driftPct: number
    /** So many days before a battery is expected to be empty it is told. */
    readonly batteryWarnDays: number
    /** Standing otherwise than usual by so much for a day: moved. */
    readonly tiltDeg: number
    /** By so much off the other bins over a week of hours without sun: the sensor is wrong. */
    readonly offTempC: number
    readonly offRhPct: number
  }
  readonly money: {
    readonly dampLossPerKg: number
    readonly disposalPerKg: number
    readonly overflowOnce: number
    readonly overflowPerHour: number
    readonly giftPerKg: number
    /** What a collected kg is worth: an optional stop that nothing presses is worth no longer way. */
    readonly revenuePerKg: number
  }
  readonly plan: {
    /** Seconds that the search of a large day (900 visits) may take; smaller ones take their share. */
    readonly solveSeconds: number
    /** Departure is never earlier than now plus this. */
    readonly leadMin: number
    /** Days with runs that are looked ahead to: is a visit cheaper today or on one of these? At least 1. */
    readonly horizonDays: number
    /** A plan made again leaves a draft's stops where they were unless each one moved saves this, in euro. */
    readonly changeCost: number
    /** A full bin may wait when its chance of overflowing before the next possible visit is below this; 0: never. */
    readonly fullWaitsBelow: number
    /** Chance with which a trip may weigh more than its vehicle carries, 0–0.5; 0.5: loads count as expected. */
    readonly overloadChance: number
  }
}

export interface DampSettings {
  readonly watch: readonly { readonly rhPct: number; readonly hours: number }[]
  readonly watchMouldIndex: number
  /** Chance that the textile in a bin under damp watch is lost, for each day that it waits, 0–1. */
  readonly watchLossPerDay: number
  /** The same in a damp bin whose air holds 3 g/m³ more water than others'; with twice as much a day counts four times. */
  readonly lossPerDay: number
  /** Kilograms that are lost beside each one lost to damp: a wet bag spoils others in the vehicle and on the table. */
  readonly spoilsBeside: number
  readonly excessGPerM3: number
  readonly excessHours: number
  readonly jumpGPerM3: number
  readonly mustMouldIndex: number
  readonly mustMouldIndexAboveReference: number
  /** Where nobody can be compared with: for a day the air held so much more, % of what it can hold, and was never drier. */
  readonly aloneRisenPct: number
  readonly aloneRhMinPct: number
  readonly minNeighbours: number
  readonly neighbourKm: number
  readonly mouldClass: 'very_sensitive' | 'sensitive' | 'medium_resistant' | 'resistant'
  readonly mouldCmat: number
}

export const settingsDefaults: Settings = {
  version: 1,
  fillHysteresisPct: 10,
  overflowPct: 95,
  overflowProbability: 0.3,
  mayFromPct: 40,
  minHoursBetweenVisits: 20,
  densityKgPerL: 0.12,
  fleetFillPctPerDay: 6,
  damp: {
    watch: [
      { rhPct: 75, hours: 48 },
      { rhPct: 85, hours: 24 },
      { rhPct: 95, hours: 12 },
    ],
    watchMouldIndex: 0.3,
    watchLossPerDay: 0.005,
    lossPerDay: 0.5,
    spoilsBeside: 1.5,
    excessGPerM3: 1.2,
    excessHours: 6,
    jumpGPerM3: 1.6,
    mustMouldIndex: 0.5,
    mustMouldIndexAboveReference: 0.3,
    aloneRisenPct: 30,
    aloneRhMinPct: 80,
    minNeighbours: 5,
    neighbourKm: 25,
    mouldClass: 'very_sensitive',
    mouldCmat: 0.5,
  },
  fire: { tempC: 70, risePerHourC: 15, riseMinC: 45 },
  health: {
    silentIntervals: 6,
    silentMinHours: 6,
    batteryLowV: 3.3,
    noEchoHours: 12,
    stuckHours: 72,
    noisyShare: 0.25,
    impossibleShare: 0.3,
    driftPct: 15,
    batteryWarnDays: 60,
    tiltDeg: 15,
    offTempC: 5,
    offRhPct: 20,
  },
  money: {
    dampLossPerKg: 0.4,
    disposalPerKg: 0.12,
    overflowOnce: 40,
    overflowPerHour: 1.5,
    giftPerKg: 0.4,
    revenuePerKg: 0.4,
  },
  plan: {
    solveSeconds: 45,
    leadMin: 15,
    horizonDays: 7,
    changeCost: 2,
    fullWaitsBelow: 0,
    overloadChance: 0.1,
  },
}
