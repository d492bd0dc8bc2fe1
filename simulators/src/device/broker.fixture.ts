// A real broker on a free port that remembers what was published to it.
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'

export interface Published {
  readonly clientId: string
  readonly topic: string
  readonly payload: Buffer
  readonly retain: boolean
}

export interface TestBroker {
  readonly url: string
  readonly port: number
  readonly published: Published[]
  /** Telemetry as decoded JSON, arrays flattened; what is no JSON is left out. */
  readings(deviceId?: string): Record<string, unknown>[]
  say(topic: string, value: object): Promise<void>
  /** Cuts every connection. */
  cut(): void
  stop(): Promise<void>
}

export async function startBroker(
  options: {
    readonly port?: number
    readonly admit?: (user: string | undefined, password: string | undefined) => boolean
    /** Awaited before a publish is acknowledged. */
    readonly beforeAck?: () => Promise<void>
  } = {},
): Promise<TestBroker> {
  const { admit, beforeAck } = options
  const aedes = await Aedes.createBroker()
  const published: Published[] = []
  if (admit !== undefined)
    aedes.authenticate = (_client, user, password, done) => {
      done(null, admit(user ?? undefined, password?.toString()))
    }
  aedes.authorizePublish = (client, { topic, payload, retain }, done) => {
    published.push({
      clientId: client?.id ?? '',
      topic,
      payload: Buffer.from(payload),
      retain,
    })
    if (beforeAck === undefined) done(null)
    else beforeAck().then(() => done(null))
  }
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    aedes.handle(socket)
  })
  await new Promise<void>((resolve) =>
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve()),
  )
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
    published,
    readings: (deviceId) => telemetryIn(published, deviceId),
    say: (topic, value) =>
      new Promise((resolve, reject) =>
        aedes.publish(
          {
            cmd: 'publish',
            topic,
            payload: Buffer.from(JSON.stringify(value)),
            qos: 1,
            retain: true,
            dup: false,
          },
          (error) => (error ? reject(error) : resolve()),
        ),
      ),
    cut,
    async stop() {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
    },
  }
}

function telemetryIn(published: readonly Published[], deviceId = '') {
  return published
    .filter(({ topic }) => topic.endsWith('/telemetry') && topic.includes(`/${deviceId}`))
    .flatMap(({ payload }): Record<string, unknown>[] => {
      try {
        const value: unknown = JSON.parse(payload.toString())
        return (Array.isArray(value) ? value : [value]) as Record<string, unknown>[]
      } catch {
        return []
      }
    })
}
