// One recording, from the file to the summary.
import { apiClient } from '../backend/api-client.ts'
import { register } from '../backend/register.ts'
import { connectAll } from '../device/connect-all.ts'
import { DeviceConnection } from '../device/connection.ts'
import { SimulatedClock } from '../fleet/simulated-clock.ts'
import { replayRegistration } from '../replay/containers-from.ts'
import { runReplay } from '../replay/run-replay.ts'
import { type Recording, spool } from '../replay/spool.ts'
import { randomFor } from '../world/random.ts'
import type { Environment } from './environment.ts'
import { linesTo } from './lines-to.ts'
import type { ReplayOptions } from './options.ts'
import type { Summary } from './summary.ts'

export async function replay(options: ReplayOptions, environment: Environment): Promise<Summary> {
  const recording = await spool(options.file, options.mapping, environment.signal)
  try {
    if (recording.readings === 0) throw new Error(`${options.file}: no row could be read`)
    return await play(recording, options, environment)
  } finally {
    recording.discard()
  }
}

async function play(
  recording: Recording,
  options: ReplayOptions,
  environment: Environment,
): Promise<Summary> {
  const { wallNow, wallSpeed, signal, progress } = environment
  const { devices, readings, firstAt, lastAt, unreadable } = recording
  const shiftMs = options.endNow ? wallNow() - lastAt : 0
  const secrets = await registered(recording, options, shiftMs)
  const { tally, line } = linesTo(options, devices.length)
  const connections = new Map(
    devices.map(({ id }) => [
      id,
      new DeviceConnection({
        line,
        deviceId: id,
        secret: secrets.get(id),
        random: randomFor(options.seed, id, 'patience'),
        onConfig: () => {}, // What was recorded stands.
      }),
    ]),
  )
  const all = [...connections.values()]
  const began = performance.now()
  try {
    await connectAll(all, { perSecond: options.connectionsPerSecond, signal })
    await runReplay({
      ...{ devices, shiftMs, tally, signal },
      clock: new SimulatedClock({
        ...{ startAt: firstAt + shiftMs, speed: options.speed, wallNow, wallSpeed },
      }),
      connectionOf: (id) => known(connections, id),
      onReading: (count) => progress.show(count / readings, `${count} of ${readings} readings`),
    })
    if (!signal.aborted) await Promise.all(all.map((connection) => connection.drained()))
    return {
      ...tally.totals,
      devices: devices.length,
      from: firstAt + shiftMs,
      to: lastAt + shiftMs,
      seconds: (performance.now() - began) / 1000,
      unreadableRows: unreadable,
    }
  } finally {
    await Promise.all(all.map((connection) => connection.stop()))
  }
}

async function registered(
  { devices }: Recording,
  options: ReplayOptions,
  shiftMs: number,
): Promise<ReadonlyMap<string, string>> {
  if (options.api === undefined) return new Map()
  const { emptyMm, fullMm, capacityL, containersFrom: geojsonFile } = options
  const wanted = replayRegistration({
    ...{ devices, geojsonFile, shiftMs, emptyMm, fullMm, capacityL },
  })
  return register(apiClient(options.api.url, options.api.token), wanted)
}

function known(connections: ReadonlyMap<string, DeviceConnection>, id: string): DeviceConnection {
  const connection = connections.get(id)
  if (connection === undefined) throw new Error(`device ${id} is in no recording`)
  return connection
}
