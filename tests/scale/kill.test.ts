// Kill -9 of each part under load: what Mosquitto acknowledged is stored, once, and in InfluxDB.
import { expect, test } from 'vitest'
import { sendUntilAcknowledged } from '../faults/resending-device.ts'
import type { Backend } from '../system/backend.ts'
import { until } from '../system/call.ts'
import { readingsInInflux, readingsInSql } from './counted.ts'
import { hasServers, registerDevice, type Servers, startServers } from './several-processes.ts'
import { signInSoon } from './sign-in.ts'

const FAULTS = 5
/** Readings between two faults, at least. */
const ENOUGH = 500
const deviceIds = Array.from({ length: 12 }, (_, n) => `k${n}`)
const firstAt = Date.now() - 10 * 86_400_000
const AT_ONCE = 20
/** Mosquitto's promise holds while ingest keeps up (docs/operations.md): a thousand readings a second, not all it can. */
const BETWEEN_MS = 150

/** Sends one reading after another until told to stop. @returns how many were acknowledged */
async function sendWhile(
  going: () => boolean,
  onSent: () => void,
  url: string,
  id: string,
): Promise<number> {
  let sent = 0
  while (going()) {
    const readings = Array.from({ length: AT_ONCE }, (_, k) => ({
      v: 1,
      ts: firstAt + (sent + k) * 10_000,
      temp_c: 8,
    }))
    await sendUntilAcknowledged(url, id, readings).done
    sent += AT_ONCE
    onSent()
    await pause(BETWEEN_MS)
  }
  return sent
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Long enough that devices send meanwhile, and never at the same moment. */
const aWhile = () => pause(100 + Math.random() * 500)

const faults: Record<string, (servers: Servers, ingest: Ingest) => Promise<void>> = {
  async 'ingest is killed'(_, ingest) {
    await ingest.kill()
    await aWhile()
    await ingest.start()
  },
  async 'Mosquitto is killed'({ mosquitto }) {
    await mosquitto.kill()
    await aWhile()
    await mosquitto.restart()
  },
  async 'InfluxDB is killed'({ influx }) {
    await influx.kill()
    await aWhile()
    await influx.restart()
  },
}

interface Ingest {
  start(): Promise<void>
  kill(): Promise<void>
}

function ingestOn(servers: Servers): Ingest {
  let running: Backend | undefined
  return {
    start: async () => {
      running = await servers.start('ingest')
    },
    kill: async () => running?.kill(),
  }
}

// Each on servers of its own, and all at once: of an ingest that is killed another must let a lease run out.
test.skipIf(!hasServers).for(Object.keys(faults))(
  '%s again and again under load: every acknowledged reading is there, once, and in InfluxDB',
  { timeout: 180_000, concurrent: true },
  async (fault, { onTestFinished }) => {
    const servers = await startServers()
    onTestFinished(() => servers.stop(), 60_000)
    const ingest = ingestOn(servers)
    await ingest.start()
    const api = await servers.start('api')
    const urls = await Promise.all(deviceIds.map((id) => registerDevice(servers, api, id)))
    for (const url of urls) (await signInSoon(url)).end(true)
    let going = true
    let sent = 0
    const onSent = () => {
      sent += AT_ONCE
    }
    const underLoadAgain = () => {
      const before = sent
      return until(async () => sent > before + ENOUGH, 'devices send', 30_000)
    }
    const sending = deviceIds.map((id, n) => sendWhile(() => going, onSent, urls[n] ?? '', id))
    for (let time = 0; time < FAULTS; time++) {
      await underLoadAgain()
      await aWhile()
      await faults[fault]?.(servers, ingest)
    }
    await aWhile()
    going = false
    const counts = await Promise.all(sending)
    const acknowledged = counts.reduce((sum, count) => sum + count, 0)

    const stored = async () => sumOf(await readingsInSql(servers.postgres.url))
    await until(async () => (await stored()) >= acknowledged, 'all in SQL', 60_000)
    expect(new Map(await readingsInSql(servers.postgres.url))).toEqual(
      new Map(deviceIds.map((id, n) => [id, counts[n]])),
    )
    await until(
      async () => (await readingsInInflux(servers.influx.url)) === acknowledged,
      'all in InfluxDB',
      90_000,
    )
  },
)

const sumOf = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
