// For browsers that keep nothing: as good as it gets while the page is open.
import { type Kept, NOTHING_KEPT, newerRun, type Remark, settledBy } from './kept.ts'
import type { Shelf } from './shelf.ts'

/** @param found what could be kept so far */
export function memoryShelf(found: Kept = NOTHING_KEPT): Shelf {
  let kept = found
  let orders = Math.max(0, ...found.taps.map(({ order }) => order))
  const set = (change: Partial<Kept>) => {
    kept = { ...kept, ...change }
  }
  return {
    lasting: false,
    all: async () => kept,
    keepRun: async (run) => set({ runs: [...kept.runs.filter(({ id }) => id !== run.id), run] }),
    changeRun: async (id, change) =>
      set({ runs: kept.runs.map((run) => (run.id === id ? change(run) : run)) }),
    forgetRun: async (id) => {
      if (kept.taps.some(({ runId }) => runId === id)) return
      set({
        runs: kept.runs.filter((run) => run.id !== id),
        remarks: kept.remarks.filter(({ runId }) => runId !== id),
      })
    },
    addTap: async (tap) => {
      orders += 1
      set({ taps: [...kept.taps, { ...tap, order: orders, refusal: null }] })
    },
    settle: async (tap, run) => {
      const settled = new Set(settledBy(tap, kept.taps).map(({ order }) => order))
      set({
        taps: kept.taps.filter(({ order }) => !settled.has(order)),
        runs: kept.runs.map((one) =>
          one.id === tap.runId ? { ...one, run: newerRun(one.run, run) } : one,
        ),
      })
    },
    changeTap: async (order, change) =>
      set({ taps: kept.taps.map((tap) => (tap.order === order ? { ...tap, ...change } : tap)) }),
    dropTap: async (order) => set({ taps: kept.taps.filter((tap) => tap.order !== order) }),
    keepRemark: async (remark) =>
      set({
        remarks: [...kept.remarks.filter((one) => !isAbout(one, remark)), remark],
      }),
  }
}

const isAbout = (one: Remark, other: Remark) =>
  one.runId === other.runId && one.stopId === other.stopId
