// Port: the weather outside, where somebody measures it.
import type { OutdoorHour } from '@bakwacht/domain'

export interface Outdoor {
  /** The weather in this hour (hours since 1970), if it is known. */
  at(hour: number): OutdoorHour | undefined
  /** Called now and then: brings in what is new. */
  refresh(): Promise<void>
}

/** Millimetres in the 24 h before the end of this hour; `null`: unknown. */
export function rainBefore(outdoor: Outdoor, hour: number): number | null {
  let sum: number | null = null
  for (let at = hour - 23; at <= hour; at++) {
    const rainMm = outdoor.at(at)?.rainMm ?? null
    if (rainMm !== null) sum = (sum ?? 0) + rainMm
  }
  return sum
}
