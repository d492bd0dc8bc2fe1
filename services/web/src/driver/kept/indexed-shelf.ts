// The shelf that outlives the page, the browser and the battery: IndexedDB. Several tabs and the service
// worker use it at once, so whatever reads before it writes does both in one transaction.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { MemorySilent } from './keeps.ts'
import { type KeptRun, newerRun, type Remark, settledBy, type Tap } from './kept.ts'
import type { Shelf } from './shelf.ts'

interface Tables extends DBSchema {
  runs: { key: string; value: KeptRun }
  taps: { key: number; value: Tap }
  remarks: { key: [run: string, stop: string]; value: Remark }
}

const NAME = 'bakwacht-driver'
/** Written through to the storage before it counts: a phone may go dark at any moment. */
const WRITE = { durability: 'strict' } as const

/** Browsers have been seen that never answer: who waits longer than that is told. */
const OPEN_MS = 5000

/** @throws DOMException where the browser has no IndexedDB to give, MemorySilent where it does not say */
export async function indexedShelf(): Promise<Shelf> {
  const connected = connection()
  await connected()
  return {
    lasting: true,
    async all() {
      const tx = (await connected()).transaction(['runs', 'taps', 'remarks'])
      const [runs, taps, remarks] = await Promise.all([
        tx.objectStore('runs').getAll(),
        tx.objectStore('taps').getAll(),
        tx.objectStore('remarks').getAll(),
      ])
      return { runs, taps, remarks }
    },
    async keepRun(run) {
      await (await connected()).put('runs', run)
    },
    async changeRun(id, change) {
      const { store, done } = (await connected()).transaction('runs', 'readwrite')
      const run = await store.get(id)
      if (run !== undefined) await store.put(change(run))
      await done
    },
    async forgetRun(id) {
      const tx = (await connected()).transaction(['runs', 'taps', 'remarks'], 'readwrite')
      const taps = await tx.objectStore('taps').getAll()
      if (!taps.some(({ runId }) => runId === id)) {
        await tx.objectStore('runs').delete(id)
        await tx.objectStore('remarks').delete(IDBKeyRange.bound([id], [id, []]))
      }
      await tx.done
    },
    async addTap(tap) {
      const { store, done } = (await connected()).transaction('taps', 'readwrite', WRITE)
      // The store gives the order: one number for all tabs, never given twice.
      await store.add({ ...tap, refusal: null } as Tap)
      await done
    },
    async settle(tap, run) {
      const tx = (await connected()).transaction(['taps', 'runs'], 'readwrite', WRITE)
      const [taps, runs] = [tx.objectStore('taps'), tx.objectStore('runs')]
      for (const { order } of settledBy(tap, await taps.getAll())) await taps.delete(order)
      const kept = await runs.get(tap.runId)
      if (kept !== undefined) await runs.put({ ...kept, run: newerRun(kept.run, run) })
      await tx.done
    },
    async changeTap(order, change) {
      const { store, done } = (await connected()).transaction('taps', 'readwrite', WRITE)
      const tap = await store.get(order)
      if (tap !== undefined) await store.put({ ...tap, ...change })
      await done
    },
    async dropTap(order) {
      await (await connected()).delete('taps', order)
    },
    async keepRemark(remark) {
      await (await connected()).put('remarks', remark)
    },
  }
}

/** Browsers close connections of pages that were long out of sight: then the next use opens another. */
function connection(): () => Promise<IDBPDatabase<Tables>> {
  let open: Promise<IDBPDatabase<Tables>> | undefined
  const forget = () => {
    open = undefined
  }
  return () => {
    if (open === undefined) {
      open = inTime(openTables(forget))
      open.catch(forget)
    }
    return open
  }
}

async function inTime(opening: Promise<IDBPDatabase<Tables>>): Promise<IDBPDatabase<Tables>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new MemorySilent(`IndexedDB did not open within ${OPEN_MS} ms`))
      // Should it come after all, nobody waits for it any more.
      opening.then((tables) => tables.close()).catch(() => undefined)
    }, OPEN_MS)
  })
  try {
    return await Promise.race([opening, late])
  } finally {
    clearTimeout(timer)
  }
}

const openTables = (closed: () => void): Promise<IDBPDatabase<Tables>> =>
  openDB<Tables>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('runs', { keyPath: 'id' })
      db.createObjectStore('taps', { keyPath: 'order', autoIncrement: true })
      db.createObjectStore('remarks', { keyPath: ['runId', 'stopId'] })
    },
    // A newer page wants to change the tables: it must not wait for this one.
    blocking(_now, _wanted, { target }) {
      ;(target as IDBDatabase).close()
      closed()
    },
    terminated: closed,
  })
