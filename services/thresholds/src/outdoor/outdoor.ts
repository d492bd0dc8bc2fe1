// Port: the weather outside, where somebody measures it.
import type { OutdoorHour } from '@bakwacht/domain'

export interface Outdoor {
  /** The weather in this hour (hours since 1970), if it is known. */
  at(hour: number): OutdoorHour | undefined
  /** Called now and then: brings in what is new. */
  refresh(): Promise<void>
}
