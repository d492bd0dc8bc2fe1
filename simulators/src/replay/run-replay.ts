// Plays a recording: every device says its own series in the order of time, all devices together.
import { setImmediate } from 'node:timers/promises'
import { PAYLOAD_VERSION, type WireReading } from '@bakwacht/firmware-contracts'
import type { DeviceConnection } from '../device/connection.ts'
import type { Tally } from '../device/tally.ts'
import { Agenda } from '../fleet/agenda.ts'
import type { SimulatedClock } from '../fleet/simulated-clock.ts'
import type { RecordedDevice, SpooledReading } from './spool.ts'

export interface Replay {
  readonly devices: readonly RecordedDevice[]
  readonly connectionOf: (deviceId: string) => DeviceConnection
  /** Added to every recorded time. */
  readonly shiftMs: number
  readonly clock: SimulatedClock
  readonly tally: Tally
  readonly signal: AbortSignal
  readonly onReading: (count: number) => void
}

interface Player {
  readonly connection: DeviceConnection
  readonly series: AsyncGenerator<SpooledReading>
  reading: SpooledReading
}

const BREATH = 64

export async function runReplay(replay: Replay): Promise<void> {
  const { clock, tally, signal, shiftMs, onReading } = replay
  const agenda = await firstReadings(replay)
  for (let count = 1; !signal.aborted; count++) {
    const next = agenda.take()
    if (next === undefined) break
    const { at, who: player } = next
    if (clock.reachedAt(at) > clock.wall) await clock.reach(at, signal)
    else if (count % BREATH === 0) await setImmediate()
    if (!tally.hasRoom) await tally.room(signal)
    if (signal.aborted) break
    player.connection.send({ kind: 'reading', reading: onWire(player.reading, shiftMs) })
    onReading(count)
    const { value, done } = await player.series.next()
    if (done) continue
    player.reading = value
    agenda.add(value.at + shiftMs, player)
  }
}

async function firstReadings({ devices, connectionOf, shiftMs }: Replay): Promise<Agenda<Player>> {
  const agenda = new Agenda<Player>()
  for (const { id, series: open } of devices) {
    const series = open()
    const { value, done } = await series.next()
    if (done) continue
    agenda.add(value.at + shiftMs, { connection: connectionOf(id), series, reading: value })
  }
  return agenda
}

/** Milliseconds, so that the recorded instant stays exact. */
const onWire = ({ at, measured }: SpooledReading, shiftMs: number): WireReading => ({
  v: PAYLOAD_VERSION,
  ts: at + shiftMs,
  ...measured,
})
