// Slack Induction by String Removals (Christiaens & Vanden Berghe, Transportation Science 2020), for
// several loads, windows, breaks, unloading on the way and optional jobs.
import type { Random } from '../random/sfc32.ts'
import type { SolveOptions } from '../solution.ts'
import { Annealing } from './annealing.ts'
import { BestOrders, restore } from './best-orders.ts'
import { changeVehicles } from './change-vehicles.ts'
import type { Insertion } from './insertion.ts'
import { exactInsertion, insertionFor } from './insertion-for.ts'
import { InsertionOrder } from './insertion-order.ts'
import type { Limit } from './limit.ts'
import { nearestAbsent } from './nearest-absent.ts'
import { Neighbours } from './neighbours.ts'
import { type Prizes, recreate } from './recreate.ts'
import { ruin } from './ruin.ts'
import type { Tours } from './tours.ts'
import { tuningFor } from './tuning.ts'

/** In these shares of iterations optional jobs are put back whatever they cost, or a vehicle leaves home for them. */
const IGNORE_PRIZES = 0.2
const OPEN = 0.08

/** So many absent jobs get a new chance beside those just removed, and so many where a vehicle is opened. */
const FEW_ABSENT = 15
const MANY_ABSENT = 80

/** Beyond so many neighbours, strings in nearby routes are long used up. */
const MOST_NEIGHBOURS = 250

const RECOUNT_EVERY = 1024

/** Leaves `tours` as the best ones found for `jobs`, all of which some vehicle can serve. */
export function sisr(
  tours: Tours,
  jobs: readonly number[],
  limit: Limit,
  random: Random,
  onProgress: SolveOptions['onProgress'],
): void {
  const { instance } = tours
  const tuning = tuningFor(instance)
  const neighbours = new Neighbours(instance, jobs, MOST_NEIGHBOURS)
  const order = new InsertionOrder(instance)
  const insertion = insertionFor(tours, tuning.blink, random)
  const report = progressReport(onProgress)
  const mayChange = instance.clock === 'none' && instance.classes.length > 1
  const hasOptional = instance.mandatory.includes(0)
  const removed = new Int32Array(jobs.length + MANY_ABSENT)

  build(tours, jobs, order, insertion, random)
  const best = new BestOrders(tours)
  best.noteAll()
  best.update()
  const annealing = new Annealing(tours, tuning, random)
  while (limit.next()) {
    const seed = jobs[Math.floor(random() * jobs.length)] as number
    const bound = annealing.bound(tours, limit.share)
    const prizes = hasOptional ? drawPrizes(random) : 'heeded'
    const out = ruin(tours, seed, neighbours, tuning, random, removed)
    if (mayChange) changeVehicles(tours)
    const most = prizes === 'opening' ? MANY_ABSENT : FEW_ABSENT
    const count = nearestAbsent(tours, seed, neighbours, removed, out, most)
    order.sort(removed, count, random, tours.keptMissing > 0 || (hasOptional && random() < 0.5))
    const done = recreate(tours, removed, count, insertion, tours.keptMissing, bound, prizes)
    if (done && annealing.accepts(tours)) {
      best.noteChanges()
      tours.keep()
      best.update()
    } else tours.undo()
    if (limit.iterations % RECOUNT_EVERY === 0) tours.recount()
    report(limit.share, best.cost)
  }
  report(limit.share, best.cost)
  restore(tours, best.flat())
  fillUp(tours, jobs.length)
}

function drawPrizes(random: Random): Prizes {
  const drawn = random()
  if (drawn < OPEN) return 'opening'
  return drawn < OPEN + IGNORE_PRIZES ? 'ignored' : 'heeded'
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
  const others = Int32Array.from(jobs.filter((job) => rank(job) < 0))
  const heads = jobs.filter((job) => rank(job) >= 0).sort((a, b) => rank(a) - rank(b))
  order.sort(others, others.length, random, true)
  const all = Int32Array.from([...heads, ...others])
  recreate(tours, all, all.length, insertion, Infinity, Infinity, 'ignored')
  tours.keep()
}

/** Nothing that pays stays out, and nothing mandatory that fits. */
function fillUp(tours: Tours, most: number): void {
  const insertion = exactInsertion(tours)
  for (let before = most + 1; tours.absent.size > 0 && tours.absent.size < before; ) {
    before = tours.absent.size
    const absent = Int32Array.from(tours.absent.members)
    recreate(tours, absent, absent.length, insertion, Infinity, Infinity, 'heeded')
    tours.keep()
  }
}

/** Tells of every further hundredth. */
function progressReport(onProgress: SolveOptions['onProgress']) {
  let told = -1
  return (share: number, bestCost: number): void => {
    if (onProgress === undefined || Math.floor(share * 100) === told) return
    told = Math.floor(share * 100)
    onProgress({ share, bestCost })
  }
}
