// A load of sensors in one process: raw MQTT 3.1.1 over sockets, so that the generator costs far
// less than what it measures. Every publish is QoS 1 and counts only once its PUBACK is back.
// Started as a child: `node publisher.ts '{"port":1883,…}'`; prints one JSON line.
import { createConnection, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'

export interface Load {
  readonly port: number
  readonly connections: number
  /** Unacknowledged messages a connection at most. */
  readonly window: number
  /** Ends after so many seconds. */
  readonly seconds: number
  /** Messages a second over all connections; absent: as fast as acknowledged. */
  readonly rate?: number
  readonly devicePrefix: string
  /** UTC ms of each device's first reading; each next is a millisecond later. */
  readonly firstTs: number
  /** Bytes of JSON; shorter payloads are padded with an ignored key. */
  readonly payloadBytes: number
}

export interface LoadResult {
  readonly acknowledged: number
  readonly seconds: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

const CONNECT = 0x10
const PUBLISH_QOS1 = 0x32
const PUBACK = 4
const CONNACK = 2

class Sensor {
  readonly #load: Load
  readonly #topic: Buffer
  readonly #sentAt = new Float64Array(65_536)
  readonly latencies: number[] = []
  #socket: Socket | undefined
  #nextId = 1
  #sequence = 0
  #unacknowledged = 0
  #buffered: Buffer = Buffer.alloc(0)
  readonly #deviceId: string

  constructor(load: Load, index: number) {
    this.#load = load
    this.#deviceId = `${load.devicePrefix}${index}`
    this.#topic = Buffer.from(`bakwacht/v1/devices/${this.#deviceId}/telemetry`)
  }

  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = createConnection(this.#load.port, '127.0.0.1')
      this.#socket = socket
      socket.setNoDelay(true)
      socket.once('error', reject)
      socket.once('connect', () => socket.write(connectPacket(this.#deviceId)))
      socket.on('data', (chunk) => this.#read(chunk, resolve))
    })
  }

  get unacknowledged() {
    return this.#unacknowledged
  }

  /** Fills the window, in one write. */
  fill(): void {
    const packets: Buffer[] = []
    while (this.#unacknowledged < this.#load.window) packets.push(this.#publish())
    if (packets.length > 0) this.#socket?.write(Buffer.concat(packets))
  }

  sendOne(): void {
    this.#socket?.write(this.#publish())
  }

  end(): void {
    this.#socket?.destroy()
  }

  #publish(): Buffer {
    const id = this.#nextId
    this.#nextId = id === 65_535 ? 1 : id + 1
    this.#unacknowledged++
    this.#sentAt[id] = performance.now()
    const payload = this.#payload()
    const body = Buffer.allocUnsafe(2 + this.#topic.length + 2 + payload.length)
    body.writeUInt16BE(this.#topic.length, 0)
    this.#topic.copy(body, 2)
    body.writeUInt16BE(id, 2 + this.#topic.length)
    body.write(payload, 4 + this.#topic.length, 'latin1')
    return Buffer.concat([Buffer.from([PUBLISH_QOS1, ...remainingLength(body.length)]), body])
  }

  #payload(): string {
    const n = this.#sequence++
    const text = `{"v":1,"seq":${n},"ts":${this.#load.firstTs + n},"distance_mm":${400 + (n % 1200)},"temp_c":${(n % 200) / 10},"rh_pct":${60 + (n % 30)},"battery_v":3.58,"rssi_dbm":-101,"note":"`
    return `${text.padEnd(this.#load.payloadBytes - 2, 'x')}"}`
  }

  #read(chunk: Buffer, connected: () => void): void {
    let data = this.#buffered.length === 0 ? chunk : Buffer.concat([this.#buffered, chunk])
    // CONNACK and PUBACK are both four bytes.
    while (data.length >= 4) {
      const kind = (data[0] ?? 0) >> 4
      if (kind === CONNACK) {
        if (data[3] !== 0) throw new Error(`connection refused: ${data[3]}`)
        connected()
      } else if (kind === PUBACK) this.#acknowledge(data.readUInt16BE(2))
      else throw new Error(`unexpected packet ${kind}`)
      data = data.subarray(4)
    }
    this.#buffered = data
  }

  #acknowledge(id: number): void {
    this.latencies.push(performance.now() - (this.#sentAt[id] ?? 0))
    this.#unacknowledged--
  }
}

function connectPacket(clientId: string): Buffer {
  const id = Buffer.from(clientId)
  const body = Buffer.concat([
    Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2, 0, 60, 0, id.length]),
    id,
  ])
  return Buffer.concat([Buffer.from([CONNECT, ...remainingLength(body.length)]), body])
}

function remainingLength(length: number): number[] {
  const bytes: number[] = []
  do {
    bytes.push((length % 128) | (length >= 128 ? 128 : 0))
    length = Math.floor(length / 128)
  } while (length > 0)
  return bytes
}

/** Runs the load to its end. */
async function runLoad(load: Load): Promise<LoadResult> {
  const sensors = Array.from({ length: load.connections }, (_, index) => new Sensor(load, index))
  await Promise.all(sensors.map((sensor) => sensor.connect()))
  const begin = performance.now()
  const end = begin + load.seconds * 1000
  if (load.rate === undefined) await sendFreely(sensors, end)
  else await sendPaced(sensors, load.rate, begin, end)
  const seconds = (performance.now() - begin) / 1000
  await drained(sensors)
  for (const sensor of sensors) sensor.end()
  return summary(sensors, seconds)
}

async function sendFreely(sensors: readonly Sensor[], end: number): Promise<void> {
  while (performance.now() < end) {
    for (const sensor of sensors) sensor.fill()
    await new Promise(setImmediate)
  }
}

async function sendPaced(sensors: readonly Sensor[], rate: number, begin: number, end: number) {
  let sent = 0
  for (let now = begin; now < end; now = performance.now()) {
    const due = ((now - begin) / 1000) * rate
    for (; sent < due; sent++) sensors[sent % sensors.length]?.sendOne()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

const DRAIN_MS = 10_000

async function drained(sensors: readonly Sensor[]): Promise<void> {
  const until = performance.now() + DRAIN_MS
  while (sensors.some((sensor) => sensor.unacknowledged > 0) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5))
}

function summary(sensors: readonly Sensor[], seconds: number): LoadResult {
  const latencies = Float64Array.from(sensors.flatMap((sensor) => sensor.latencies)).sort()
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN
  return {
    acknowledged: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
  }
}

console.log(JSON.stringify(await runLoad(JSON.parse(process.argv[2] ?? '{}') as Load)))
