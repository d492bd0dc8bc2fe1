// Port: the weather outside, where somebody measures it. Adapters: a CSV file, an address that answers with one.
import type { OutdoorHour } from '@bakwacht/domain'

export interface Outdoor {
  /** The weather in this hour (hours since 1970), if it is known. */
  at(hour: number): OutdoorHour | undefined
  /** Called once an hour: brings in what is new. Never throws: what cannot be had is logged. */
  refresh(): Promise<void>
}
