// Slack Induction by String Removals (Christiaens & Vanden Berghe, Transportation Science 2020), for
// several loads, windows, breaks, unloading on the way and optional jobs.
//
// The design. The search decides which stops each vehicle makes in which order: jobs, and the unload
// visits between them. What follows from an order (which window, when to rest, when to leave) is decided
// by labels (schedule/label-set.ts): every route keeps the sensible ways to drive every head and every tail
// of it, so an insertion grows one head by a stop and joins it to one tail. Without breaks and with one
// window a job that is one label, and a check in constant time; else it is a few. A bound in constant
// time (RouteState.leastDelta) spares most of these checks. Unload visits come with the job that needs
// them, right before or after it, and go when trips fit into one; each time tours are accepted, dynamic
// programming over the labels places them anew for all stops of the changed routes (best-unloading.ts).
// What a faster search would replace: LabelSet by one label where no more are needed, and the relabelling
// in RouteState and the copies in Tours, each behind the same methods.
import { pick, type Random } from '../random/sfc32.ts'
import type { SolveOptions } from '../solution.ts'
import { Annealing } from './annealing.ts'
import { Insertion } from './insertion.ts'
import { InsertionOrder } from './insertion-order.ts'
import type { Limit } from './limit.ts'
import { nearestAbsent } from './nearest-absent.ts'
import { Neighbours } from './neighbours.ts'
import { recreate } from './recreate.ts'
import { ruin } from './ruin.ts'
import type { Merit, Orders, Tours } from './tours.ts'
import { tuningFor } from './tuning.ts'

/** In this share of iterations optional jobs are put back whatever they cost. */
const IGNORE_PRIZES = 0.2

const ANY: Merit = { missing: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY }

/** Leaves `tours` as the best ones found for `jobs`, all of which some vehicle can serve. */
export function sisr(
  tours: Tours,
  jobs: readonly number[],
  limit: Limit,
  random: Random,
  onProgress: SolveOptions['onProgress'],
): void {
  const tuning = tuningFor(tours.instance)
  const neighbours = new Neighbours(tours.instance, jobs)
  const order = new InsertionOrder(tours.instance)
  const insertion = new Insertion(tours, tuning.blink, random)
  const report = progressReport(onProgress)

  build(tours, jobs, order, insertion, random)
  let best = snapshot(tours)
  const annealing = new Annealing(tours, random)
  while (limit.next()) {
    const seed = jobs[pick(random, jobs.length)] as number
    const bound = annealing.bound(tours, limit.share)
    const removed = ruin(tours, seed, neighbours, tuning, random)
    const candidates = [...removed, ...nearestAbsent(tours, seed, removed, neighbours)]
    order.sort(candidates, random, tours.kept.missing > 0 || random() < 0.5)
    const prizes = random() < IGNORE_PRIZES ? 'ignored' : 'heeded'
    const done = recreate(tours, candidates, insertion, bound, prizes)
    if (done && annealing.accepts(tours)) keepRefined(tours)
    else tours.undo()
    if (isBetter(tours.kept, best.merit)) best = snapshot(tours)
    report(limit.share, best.merit.cost)
  }
  tours.restore(best.orders)
  fillUp(tours)
}

/** What is fixed first, in its order, then all others. */
function build(
  tours: Tours,
  jobs: readonly number[],
  order: InsertionOrder,
  insertion: Insertion,
  random: Random,
): void {
  const { headRank } = tours.instance
  const rank = (job: number) => headRank[job] as number
  const others = jobs.filter((job) => rank(job) < 0)
  const heads = jobs.filter((job) => rank(job) >= 0).sort((a, b) => rank(a) - rank(b))
  order.sort(others, random, true)
  recreate(tours, [...heads, ...others], insertion, ANY, 'heeded')
  keepRefined(tours)
}

function keepRefined(tours: Tours): void {
  tours.refine()
  tours.keep()
}

/** Nothing that pays stays out, and nothing mandatory that fits. */
function fillUp(tours: Tours): void {
  const insertion = new Insertion(tours, 0, () => 0)
  let before: number
  do {
    before = tours.absent.size
    recreate(tours, [...tours.absent.members], insertion, ANY, 'heeded')
    keepRefined(tours)
  } while (tours.absent.size < before)
}

interface Snapshot {
  readonly merit: Merit
  readonly orders: Orders
}

const snapshot = (tours: Tours): Snapshot => ({ merit: tours.kept, orders: tours.orders() })

const isBetter = (one: Merit, other: Merit): boolean =>
  one.missing < other.missing || (one.missing === other.missing && one.cost < other.cost)

/** Tells of every further hundredth. */
function progressReport(onProgress: SolveOptions['onProgress']) {
  let told = -1
  return (share: number, bestCost: number): void => {
    if (onProgress === undefined || Math.floor(share * 100) === told) return
    told = Math.floor(share * 100)
    onProgress({ share, bestCost })
  }
}
