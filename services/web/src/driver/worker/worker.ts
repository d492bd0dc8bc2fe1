// Makes the driver's page open without a signal, and sends taps after the page is closed. It answers for the page's
// own files alone, in the version with which it was built: a new version waits until the page says so.
import { followChanges } from '../kept/changes.ts'
import { indexedShelf } from '../kept/indexed-shelf.ts'
import { asOnlySender } from '../send/one-sender.ts'
import { postTap } from '../send/post-tap.ts'
import { sendWaiting } from '../send/send-waiting.ts'
import { ACTIVATE, SYNC_TAG } from './messages.ts'
import type { WorkerScope } from './scope.ts'

/** Put in by the build. */
declare const BUILD: {
  /** Changes with every file of the page. */
  readonly id: string
  readonly files: readonly string[]
  /** The page's own script: by it the page is known to be of this build. */
  readonly script: string
}

/** Used once, so that the list stands in the worker once. */
const { id, files, script } = BUILD
const PAGE = '/driver'
const CACHES = 'bakwacht-driver-'
const CACHE = CACHES + id
const FILES = new Set(files)

const scope = self as unknown as WorkerScope

scope.addEventListener('install', (event) => event.waitUntil(keepFiles()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('message', ({ data }) => {
  if (data === ACTIVATE) void scope.skipWaiting()
})
scope.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendAll())
})
scope.addEventListener('fetch', (event) => {
  const name = fileOf(event.request)
  if (name !== undefined) event.respondWith(kept(name, event.request))
})

/** All of them or none. The server may be a version further by now: then the next try gets all of that. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([...FILES].map((file) => new Request(file, { cache: 'reload' })))
  const page = await cache.match(PAGE)
  if (!(await page?.text())?.includes(script)) {
    await caches.delete(CACHE)
    throw new Error('the page is of another build than its worker')
  }
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(CACHES) && name !== CACHE) await caches.delete(name)
  await scope.clients.claim()
}

function fileOf({ method, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url)
  return method === 'GET' && origin === location.origin && FILES.has(pathname)
    ? pathname
    : undefined
}

/** The system may have thrown the cache away for want of space: then the net is asked. */
const kept = async (name: string, request: Request): Promise<Response> =>
  (await (await caches.open(CACHE)).match(name)) ?? fetch(request)

/** @throws Error when something is left, so that the browser asks again later */
async function sendAll(): Promise<void> {
  const shelf = await indexedShelf()
  const changes = followChanges(() => undefined)
  const sent = await asOnlySender((isOurs) =>
    sendWaiting({ shelf, post: postTap, changed: changes.tell, now: Date.now, isOurs }),
  )
  changes.stop()
  if (!sent) throw new Error('not all is sent')
}
