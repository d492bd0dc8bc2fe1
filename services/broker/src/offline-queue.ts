// Bounds what aedes keeps for a session that does not take its messages: its own queue in memory
// has no end. Beyond the bound the newest is left out, as Mosquitto does.
import type { Aedes } from 'aedes'

const MOST_WAITING = 1000

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

  persistence.outgoingEnqueueCombi = (subscribers, packet) => {
    const withRoom = subscribers.filter(
      ({ clientId }) => (waiting.get(clientId) ?? 0) < MOST_WAITING,
    )
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
