// A broker that lets us in and refuses what we ask for, as one does whose rights are still to be set, and
// that acknowledges nothing, as one does that hangs.
import { createServer, type Socket } from 'node:net'
import { createAcceptance } from '@bakwacht/acceptance'
import { expect, onTestFinished, test } from 'vitest'
import { createIngest, type Ingest } from './service.ts'

const CONNECT = 1
const SUBSCRIBE = 8
const NOT_AUTHORIZED = 0x87
const GRANTED = 1

/** Just enough of MQTT 5: every packet of ours here comes in one piece. @param codes one for each SUBSCRIBE */
async function brokerThatAnswers(codes: readonly number[]): Promise<string> {
  const left = [...codes]
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('data', (packet) => {
      const kind = (packet[0] ?? 0) >> 4
      if (kind === CONNECT) socket.write(Buffer.from([0x20, 3, 0, 0, 0]))
      if (kind !== SUBSCRIBE) return
      const code = left.shift() ?? GRANTED
      const body = packet.subarray(packet.findIndex((byte, at) => at > 0 && byte < 0x80) + 1)
      socket.write(Buffer.from([0x90, 5, body[0] ?? 0, body[1] ?? 0, 0, code, code]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return `mqtt://127.0.0.1:${port}`
}

const ingestAt = (url: string, onError: () => void): Ingest =>
  createIngest({
    ...{ url, replica: '1', onStatus() {}, clock: () => 0 },
    acceptance: createAcceptance({
      telemetry: { commit: async () => [], reject: async () => {} },
    }),
    log: { info() {}, warn() {}, error: onError },
  })

test('a subscription that is refused is asked for again, and until it is granted we are not there', async () => {
  const url = await brokerThatAnswers([NOT_AUTHORIZED])
  const refusedWhile: boolean[] = []
  const ingest = ingestAt(url, () => refusedWhile.push(ingest.connected))
  onTestFinished(() => ingest.stop())
  await ingest.start()
  expect(refusedWhile).toEqual([false])
  expect(ingest.connected).toBe(true)
})

test('a word that the broker never acknowledges fails when we leave, and does not keep us', async () => {
  const ingest = ingestAt(await brokerThatAnswers([]), () => {})
  await ingest.start()
  const said = ingest.publish('bakwacht/v1/devices/dev-1/config', '{}', { qos: 1, retain: true })
  const failed = expect(said).rejects.toThrow('left before the broker had acknowledged')
  await ingest.stop()
  await failed
})
