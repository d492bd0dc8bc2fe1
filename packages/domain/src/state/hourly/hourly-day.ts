// One container's hours of one UTC day: 24 slots of each field in one array of floats, as it is
// stored. What was not measured is NaN. Rules read hours from here alone, so that a value that was
// just folded and one that was read back from disk are the same to the bit.

export const HOUR_FIELDS = [
  /** Means over the hour's readings. */
  'tempC',
  'rhPct',
  'absHumidityGPerM3',
  /** Clean fill level after the hour's last reading. */
  'fillPct',
  /** Mean inflow, points per day, as known at the hour's end. */
  'ratePctPerDay',
  /** Mould index at the hour's end, since the last full emptying. */
  'mouldIndex',
  /** Minute of the hour at which a full emptying became known. */
  'emptiedMinute',
  /** Standard deviation of `fillPct`, points. */
  'fillSdPct',
  /** Variance of what comes in in a day, points², as known at the hour's end. */
  'inflowVariance',
] as const
export type HourField = (typeof HOUR_FIELDS)[number]
export type HourValues = Readonly<Record<HourField, number>>

export type HourlyDay = Float32Array<ArrayBuffer>

const SLOTS = 24
const OFFSET = Object.fromEntries(
  HOUR_FIELDS.map((field, index) => [field, index * SLOTS]),
) as Record<HourField, number>

export const emptyDay = (): HourlyDay =>
  new Float32Array(HOUR_FIELDS.length * SLOTS).fill(Number.NaN)

/** @param hourOfDay 0–23 */
export const hourValue = (day: HourlyDay, hourOfDay: number, field: HourField): number =>
  day[OFFSET[field] + hourOfDay] ?? Number.NaN

export function setHour(day: HourlyDay, hourOfDay: number, values: HourValues): void {
  for (const field of HOUR_FIELDS) day[OFFSET[field] + hourOfDay] = values[field]
}

export const hourValues = (day: HourlyDay, hourOfDay: number): HourValues =>
  Object.fromEntries(
    HOUR_FIELDS.map((field) => [field, hourValue(day, hourOfDay, field)]),
  ) as Record<HourField, number>

/** True where the container had a reading or was emptied in this hour. */
export const hasValues = (hour: HourValues): boolean =>
  !(
    Number.isNaN(hour.tempC) &&
    Number.isNaN(hour.rhPct) &&
    Number.isNaN(hour.fillPct) &&
    Number.isNaN(hour.emptiedMinute)
  )

/** Bytes to store; little-endian, as every platform is that this runs on. */
export const packDay = (day: HourlyDay): Uint8Array =>
  new Uint8Array(day.buffer, day.byteOffset, day.byteLength)

/**
 * Fields come at the end: what was stored before there was one has NaN for it.
 * @throws RangeError on bytes that are no whole fields, or more than there are
 */
export function unpackDay(bytes: Uint8Array): HourlyDay {
  const fieldBytes = SLOTS * Float32Array.BYTES_PER_ELEMENT
  const most = HOUR_FIELDS.length * fieldBytes
  if (bytes.byteLength % fieldBytes !== 0 || bytes.byteLength > most)
    throw new RangeError(
      `a day of hours: got ${bytes.byteLength} bytes, wanted whole fields of ${fieldBytes}, up to ${most}`,
    )
  const day = emptyDay()
  day.set(new Float32Array(bytes.slice().buffer))
  return day
}
