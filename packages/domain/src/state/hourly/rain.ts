import type { OutdoorHour } from './hour-input.ts'

/** Millimetres in the 24 h before the end of this hour (hours since 1970); `null`: nobody measured. */
export function rainBefore(
  outdoorAt: (hour: number) => OutdoorHour | undefined,
  hour: number,
): number | null {
  let sum: number | null = null
  for (let at = hour - 23; at <= hour; at++) {
    const rainMm = outdoorAt(at)?.rainMm ?? null
    if (rainMm !== null) sum = (sum ?? 0) + rainMm
  }
  return sum
}
