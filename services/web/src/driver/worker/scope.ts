// What a service worker has and a page has not, as far as it is used here: the compiler's own list of it cannot
// stand beside the one for pages.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface Syncing extends Extendable {
  readonly tag: string
}

export interface WorkerScope {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', heard: (event: Extendable) => void): void
  addEventListener(kind: 'fetch', heard: (event: Fetching) => void): void
  addEventListener(kind: 'sync', heard: (event: Syncing) => void): void
  addEventListener(kind: 'message', heard: (event: MessageEvent) => void): void
}
