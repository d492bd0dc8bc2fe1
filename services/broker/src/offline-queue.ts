// Bounds what aedes keeps for a session that does not take its messages: its own queue in memory
// has no end. A session that is away misses what comes beyond the bound, as with Mosquitto; a client
// that is there but takes nothing is disconnected by aedes, and gets its queue when it returns.
import type { Aedes } from 'aedes'

const MOST_WHILE_AWAY = 1000
const MOST_WHILE_CONNECTED = 10_000

interface Subscriber {
  readonly clientId: string
}
interface Persistence {
  outgoingEnqueueCombi(subscribers: Subscriber[], packet: unknown): Promise<void>
}

export function boundOfflineQueues(aedes: Aedes): void {
  // aedes' types do not show its persistence; its documentation does.
  const { persistence } = aedes as unknown as { readonly persistence: Persistence }
  const enqueue = persistence.outgoingEnqueueCombi.bind(persistence)
  const waiting = new Map<string, number>()
  const connected = new Set<string>()
  aedes.on('client', ({ id }) => connected.add(id))
  aedes.on('clientDisconnect', ({ id }) => connected.delete(id))
  const hasRoom = ({ clientId }: Subscriber) =>
    (waiting.get(clientId) ?? 0) <
    (connected.has(clientId) ? MOST_WHILE_CONNECTED : MOST_WHILE_AWAY)

  persistence.outgoingEnqueueCombi = (subscribers, packet) => {
    const withRoom = subscribers.filter(hasRoom)
    for (const { clientId } of withRoom) waiting.set(clientId, (waiting.get(clientId) ?? 0) + 1)
    return enqueue(withRoom, packet)
  }
  aedes.on('ack', (packet, client) => {
    const left = (waiting.get(client.id) ?? 0) - 1
    if (packet === undefined || left < 0) return
    if (left === 0) waiting.delete(client.id)
    else waiting.set(client.id, left)
  })
}
