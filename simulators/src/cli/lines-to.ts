import type { Line } from '../device/connection.ts'
import { Tally } from '../device/tally.ts'
import type { CommonOptions } from './options.ts'

/** Messages of one device on their way at a time, and of all devices before time waits. */
const WINDOW = 32
const WAITING_PER_DEVICE = 8
const WAITING_AT_LEAST = 2_000

export function linesTo(options: CommonOptions, devices: number): { tally: Tally; line: Line } {
  const { brokerUrl, format, batch, longestBackOffMs } = options
  const mostWaiting = Math.max(WAITING_AT_LEAST, WAITING_PER_DEVICE * devices)
  const tally = new Tally({ mostWaiting })
  return { tally, line: { brokerUrl, format, batch, longestBackOffMs, tally, window: WINDOW } }
}
