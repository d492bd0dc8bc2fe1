import type { Connection } from './connection.ts'

/** Devices of one step: a fleet without clocks has many rows here, and commits must not wait for all. */
const DEVICES_PER_STEP = 20

/**
 * Forgets the stamped readings received before this, of the devices after that number.
 * @returns the number to go on after; `null`: that was all
 */
export function forgetStamped(
  connection: Connection,
  receivedBefore: number,
  afterDevice: number,
): number | null {
  const last = afterDevice + DEVICES_PER_STEP
  connection
    .prepare<[number, number, number]>(
      'DELETE FROM stamped WHERE device_no > ? AND device_no <= ? AND received_at < ?',
    )
    .run(afterDevice, last, receivedBefore)
  const more = connection.prepare<[number]>('SELECT 1 FROM devices WHERE no > ? LIMIT 1').get(last)
  return more === undefined ? null : last
}
