// Tells the other tabs, and the page of a worker, that what is kept has changed.
const CHANNEL = 'bakwacht-driver'

export interface Changes {
  tell(): void
  stop(): void
}

export function followChanges(changed: () => void): Changes {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = changed
  return { tell: () => channel.postMessage('changed'), stop: () => channel.close() }
}
