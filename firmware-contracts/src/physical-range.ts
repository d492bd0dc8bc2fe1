// What a sensor in a street container can physically report. A value outside empties its field
// and sets a quality flag; the rest of the reading is kept. Stated here once: the schemas, the
// firmware author's tables and the server's plausibility check all read it.

export interface PhysicalRange {
  readonly unit: string
  readonly min: number
  readonly max: number
  /** Why these bounds. */
  readonly because: string
}

export const physicalRanges = {
  distance_mm: {
    unit: 'mm',
    min: 1,
    max: 20_000,
    because: '0 and 65535 are "no echo"; no level sensor reaches 20 m',
  },
  fill_pct: {
    unit: '%',
    min: 0,
    max: 150,
    because: 'a heaped container may read above 100; below 0 is a wrong calibration',
  },
  temp_c: {
    unit: '°C',
    min: -50,
    max: 150,
    because: 'colder than any European winter; a sensor in a burning bin dies above 150',
  },
  rh_pct: {
    unit: '%',
    min: 0,
    max: 105,
    because: 'capacitive sensors read a few points above 100 when wet; more is a defect',
  },
  battery_v: {
    unit: 'V',
    min: 0.5,
    max: 60,
    because: 'below 0.5 V nothing could have sent it; 60 V is the end of extra-low voltage',
  },
  rssi_dbm: {
    unit: 'dBm',
    min: -200,
    max: 20,
    because: 'below the thermal noise of any radio; above any that a receiver survives',
  },
  tilt_deg: { unit: '°', min: -180, max: 180, because: 'half a turn either way is every angle' },
  lid_opens: {
    unit: '1',
    min: 0,
    max: 4_294_967_295,
    because: 'a counter is never negative and fits 32 bits',
  },
} as const satisfies Readonly<Record<string, PhysicalRange>>

export type RangedField = keyof typeof physicalRanges

/** What a distance sensor reports when its echo is lost. Never "empty bin". */
export const isNoEcho = (distanceMm: number | null): boolean =>
  distanceMm === null || distanceMm === 0 || distanceMm === 65_535
