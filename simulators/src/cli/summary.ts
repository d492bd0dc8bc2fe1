// What happened, in the end: lines for people, or one JSON line.
import type { Totals } from '../device/tally.ts'

export interface Summary extends Totals {
  readonly devices: number
  /** UTC ms. */
  readonly from: number
  readonly to: number
  readonly seconds: number
  readonly results?: number
  readonly unreadableRows?: { readonly count: number; readonly examples: readonly string[] }
}

export function summaryText(summary: Summary, json: boolean): string {
  return json ? `${JSON.stringify(asJson(summary))}\n` : `${lines(summary).join('\n')}\n`
}

const rate = ({ readingsSent, seconds }: Summary): number =>
  Math.round(readingsSent / Math.max(seconds, 0.001))

const asJson = (summary: Summary) => ({
  devices: summary.devices,
  from: new Date(summary.from).toISOString(),
  to: new Date(summary.to).toISOString(),
  readings_sent: summary.readingsSent,
  messages_sent: summary.messagesSent,
  messages_acked: summary.messagesAcked,
  duplicates: summary.duplicates,
  garbage: summary.garbage,
  reconnects: summary.reconnects,
  ...(summary.results === undefined ? {} : { driver_results: summary.results }),
  ...(summary.unreadableRows === undefined ? {} : { unreadable_rows: summary.unreadableRows }),
  seconds: Math.round(summary.seconds * 1000) / 1000,
  readings_per_s: rate(summary),
})

function lines(summary: Summary): string[] {
  const { readingsSent, messagesSent, messagesAcked, devices, seconds } = summary
  const unacked = messagesSent - messagesAcked
  const { results, unreadableRows: unreadable } = summary
  return [
    `${count(readingsSent, 'reading')} from ${count(devices, 'device')}, ${minute(summary.from)} to ${minute(summary.to)} UTC`,
    `${count(messagesSent, 'message')} sent, ${messagesAcked} acknowledged${unacked > 0 ? `, ${unacked} not` : ''}`,
    `${count(summary.duplicates, 'duplicate')}, ${count(summary.garbage, 'garbled message')}, ${count(summary.reconnects, 'reconnect')}`,
    ...(results === undefined ? [] : [`${count(results, 'result')} of drivers`]),
    ...(unreadable === undefined || unreadable.count === 0
      ? []
      : [
          `${count(unreadable.count, 'row')} could not be read:`,
          ...unreadable.examples.map((example) => `  ${example}`),
        ]),
    `${seconds.toFixed(1)} s, ${rate(summary)} readings/s`,
  ]
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
