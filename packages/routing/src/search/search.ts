// Slack Induction by String Removals (Christiaens & Vanden Berghe, Transportation Science 2020), for
// several loads, windows, breaks, unloading on the way and optional jobs. A search can be moved to other
// tours and held to a part of them, so that several can share the work (packages/routing-threads).
import type { Instance } from '../compile/instance.ts'
import { type Random, sfc32 } from '../random/sfc32.ts'
import type { SolveOptions } from '../solution.ts'
import { Annealing, meanArcCost } from './annealing.ts'
import { BestOrders } from './best-orders.ts'
import { improveUnloading } from './best-unloading.ts'
import { changeVehicles } from './change-vehicles.ts'
import type { Insertion } from './insertion.ts'
import { exactInsertion, insertionFor } from './insertion-for.ts'
import { InsertionOrder } from './insertion-order.ts'
import { LinkedRounds, linkableRates } from './linked/linked-rounds.ts'
import type { LinkedTours } from './linked/linked-tours.ts'
import { LOOK_EVERYWHERE, type Looks, Near, PLAIN_LOOKS, TIMED_LOOKS } from './near.ts'
import { nearestAbsent } from './nearest-absent.ts'
import { Neighbours } from './neighbours.ts'
import { flatOrders, type Orders, routeCosts } from './orders.ts'
import { type Cut, partOf } from './partition.ts'
import { type Prizes, recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'
import { serveableJobs } from './serveable.ts'
import { succeedByChance } from './succession.ts'
import { Tours } from './tours.ts'
import { type Tuning, tuningFor } from './tuning.ts'
import { type Branching, Turns } from './turns.ts'

/** In these shares of iterations optional jobs are put back whatever they cost, or a vehicle leaves home for them. */
const IGNORE_PRIZES = 0.2
const OPEN = 0.08

/** So many absent jobs get a new chance beside those just removed, and so many where a vehicle is opened. */
const FEW_ABSENT = 15
const MANY_ABSENT = 200

/** Beyond so many neighbours, strings in nearby routes are long used up; absent jobs lie farther apart. */
const MOST_NEIGHBOURS = 250
const MOST_WITH_ABSENT = 600

const RECOUNT_EVERY = 1024

/** Once in so many iterations a vehicle at home may take over whole routes. */
const SUCCESSION_EVERY = 100

/** Where vehicles make several trips: once in so many iterations one stays at home, and others may go once more. */
const WHOLE_EVERY = 100
const WHOLE_AT = 50

/** When the search ends, and how far it is. */
export interface Pace {
  /** Elapsed part of the whole search, 0…1: it cools by it. */
  readonly share: number
  readonly iterations: number
  /** False: it paces a stretch alone of a search that goes on elsewhere. */
  readonly isWhole: boolean
  /** Whether there is another iteration; counts it. */
  next(): boolean
}

/** Tours as orders, and how good they are: mandatory jobs missing first, then money. */
export interface Found {
  readonly orders: Orders
  /** Of each route, by vehicle. */
  readonly costs: Float64Array
  readonly missing: number
  readonly cost: number
}

export class Search {
  readonly tours: Tours
  /** What some vehicle can serve. */
  readonly #jobs: readonly number[]
  readonly #random: Random
  readonly #tuning: Tuning
  readonly #insertion: Insertion
  readonly #order: InsertionOrder
  readonly #ruin: Ruin
  readonly #neighbours: Neighbours
  readonly #near: Near
  readonly #looks: Looks
  readonly #annealing: Annealing
  readonly #removed: Int32Array
  /** Where the problem permits it: ruin and recreate on linked routes. */
  readonly #rounds: LinkedRounds | null
  /** Those, while they anneal; otherwise {@link tours} are annealed themselves. */
  #linked: LinkedRounds | null = null
  readonly #hasOptional: boolean
  readonly #hasUnloads: boolean
  readonly #mayChange: boolean
  /** A long search gains by choosing among several tours where time does not count and nothing may be left out. */
  readonly branching: Branching
  readonly #maySucceed: boolean
  /** The jobs of the part at hand. */
  #own: readonly number[]
  #best: BestOrders

  /** All jobs absent. */
  constructor(instance: Instance, seed: number) {
    this.#jobs = serveableJobs(instance)
    this.#own = this.#jobs
    this.tours = new Tours(instance, this.#jobs)
    this.#best = new BestOrders(this.tours)
    this.#random = sfc32(seed)
    this.#tuning = tuningFor(instance)
    this.#insertion = insertionFor(this.tours, this.#tuning.blink, this.#random)
    this.#ruin = new Ruin(this.tours, this.#tuning, this.#random)
    this.#order = new InsertionOrder(instance)
    this.#hasOptional = instance.mandatory.includes(0)
    const most = this.#hasOptional ? MOST_WITH_ABSENT : MOST_NEIGHBOURS
    this.#neighbours = new Neighbours(instance, this.#jobs, most)
    this.#looks = instance.clock === 'none' ? PLAIN_LOOKS : TIMED_LOOKS
    this.#near = new Near(
      this.tours.vehicleOf,
      instance.classOf.length,
      this.#neighbours,
      this.#looks.neighbours,
    )
    this.#annealing = new Annealing(instance, this.#tuning, this.#random)
    this.#removed = new Int32Array(this.#jobs.length + MANY_ABSENT)
    const rates = linkableRates(instance)
    this.#rounds =
      rates === null
        ? null
        : new LinkedRounds({
            instance,
            rates,
            neighbours: this.#neighbours,
            order: this.#order,
            tuning: this.#tuning,
            random: this.#random,
          })
    this.#hasUnloads = instance.anyUnloads
    this.#mayChange = instance.clock === 'none' && instance.classes.length > 1
    const maySettle = instance.clock === 'none' && !this.#hasOptional
    this.branching = !maySettle ? 'none' : instance.classes.length === 1 ? 'crossings' : 'copies'
    this.#maySucceed = instance.clock !== 'none'
  }

  /** First tours: what is fixed first, in its order, then musts before others, each behind one near by. */
  build(): void {
    const { headRank, mandatory, site } = this.tours.instance
    const rank = (job: number) => headRank[job] as number
    const must = (job: number) => mandatory[job] as number
    const place = (job: number) => site[job] as number
    const heads = this.#jobs.filter((job) => rank(job) >= 0).sort((a, b) => rank(a) - rank(b))
    const others = this.#jobs.filter((job) => rank(job) < 0)
    others.sort((a, b) => must(b) - must(a) || place(a) - place(b))
    const all = Int32Array.from([...heads, ...others])
    this.#insertion.begin(all, all.length, null)
    this.#recreate(all, all.length, Infinity, Infinity, 'ignored')
    this.tours.keep()
    this.#annealing.meanArc = meanArcCost(this.tours)
    this.#startOver()
  }

  /** Goes on from these orders: from all of them, or from a part of the vehicles and jobs alone. */
  adopt(orders: Orders, meanArc: number, cut: Cut | null): void {
    const part = cut === null ? undefined : partOf(this.tours.instance, orders, cut)
    this.#own = part === undefined ? this.#jobs : this.#jobs.filter((job) => part.hasJob(job))
    this.tours.restart(orders, this.#own, part)
    this.#annealing.meanArc = meanArc
    this.#startOver()
  }

  /** Anneals until the pace ends; the best is in {@link best} then. */
  run(pace: Pace, onProgress?: SolveOptions['onProgress']): void {
    const report = progressReport(onProgress)
    const turns = new Turns(this.#own.length, pace.isWhole ? this.branching : 'none')
    while (this.#own.length > 0 && pace.next()) {
      const { iterations, share } = pace
      if (turns.isOver(pace)) this.#goOnFrom(turns.pass(pace, () => [this.current]) ?? [])
      if (this.#mayLink) this.#startOver()
      if (this.#linked !== null) this.#rebuild(this.#linked, share)
      else if (this.#maySucceed && iterations % SUCCESSION_EVERY === 0) this.#succeed(share)
      else this.#iterate(share, this.#hasUnloads && iterations % WHOLE_EVERY === WHOLE_AT)
      if (pace.iterations % RECOUNT_EVERY === 0) this.#standing.recount()
      report(pace.share, this.#best.cost)
    }
    report(pace.share, this.#best.cost)
  }

  get current(): Found {
    const standing = this.#standing
    const { keptMissing: missing, keptCost: cost } = standing
    return { orders: flatOrders(standing), costs: routeCosts(standing), missing, cost }
  }

  get best(): Found {
    const { costs, missing, cost } = this.#best
    return { orders: this.#best.flat(), costs: costs.slice(), missing, cost }
  }

  get meanArc(): number {
    return this.#annealing.meanArc
  }

  /** Leaves {@link tours} as these, with nothing left out that pays, and nothing mandatory that fits. */
  finish({ orders }: Found): void {
    this.tours.restart(orders, this.#jobs)
    const insertion = exactInsertion(this.tours)
    const { absent } = this.tours
    for (let before = Infinity; absent.size > 0 && absent.size < before; ) {
      before = absent.size
      const jobs = Int32Array.from(absent.members)
      insertion.begin(jobs, jobs.length, null)
      recreate(this.tours, jobs, jobs.length, insertion, Infinity, Infinity, 'heeded')
      this.tours.keep()
    }
  }

  /** Whether nothing is left out any more. */
  get #mayLink(): boolean {
    return this.#linked === null && this.#rounds !== null && this.tours.keptMissing === 0
  }

  get #standing(): Tours | LinkedTours {
    return this.#linked?.tours ?? this.tours
  }

  #rebuild(linked: LinkedRounds, share: number): void {
    const { tours } = linked
    const seed = this.#drawSeed()
    const bound = this.#annealing.threshold(tours.keptCost, share)
    if (!linked.rebuild(seed, bound)) tours.undo()
    else this.#keep(tours)
  }

  /** @param whole takes all stops of one vehicle besides */
  #iterate(share: number, whole: boolean): void {
    const { tours } = this
    const random = this.#random
    const removed = this.#removed
    const seed = this.#drawSeed()
    const bound = this.#annealing.bound(tours, share)
    const prizes = this.#hasOptional ? drawPrizes(random) : 'heeded'
    const out = whole
      ? this.#ruin.around(seed, this.#neighbours, removed, this.#ruin.whole(seed, removed))
      : this.#ruin.around(seed, this.#neighbours, removed)
    if (this.#mayChange) changeVehicles(tours)
    const most = prizes === 'opening' ? MANY_ABSENT : FEW_ABSENT
    const count = nearestAbsent(tours, seed, this.#neighbours, removed, out, most)
    const mandatoryFirst = tours.keptMissing > 0 || (this.#hasOptional && random() < 0.5)
    this.#order.sort(removed, count, random, mandatoryFirst)
    this.#insertion.begin(removed, count, this.#nearTo(seed))
    this.#settle(this.#recreate(removed, count, tours.keptMissing, bound, prizes))
  }

  /** The changed tours stand, or those before. */
  #settle(done: boolean): void {
    const { tours } = this
    if (done && this.#annealing.accepts(tours)) {
      if (this.#hasUnloads && tours.cost < this.#best.cost) improveUnloading(tours)
      this.#keep(tours)
    } else tours.undo()
  }

  #keep(tours: Tours | LinkedTours): void {
    this.#best.noteChanges()
    tours.keep()
    this.#best.update()
  }

  #drawSeed(): number {
    return this.#own[Math.floor(this.#random() * this.#own.length)] as number
  }

  #succeed(share: number): void {
    const { tours } = this
    this.#annealing.bound(tours, share)
    this.#settle(succeedByChance(tours, this.#random))
  }

  /** Where there are many routes, mostly those around alone are looked at. */
  #nearTo(seed: number): Near | null {
    if (this.tours.used.size <= this.#looks.fewRoutes) return null
    if (this.#random() < LOOK_EVERYWHERE) return null
    this.#near.look(seed)
    return this.#near
  }

  #recreate(
    jobs: Int32Array,
    count: number,
    mostMissing: number,
    mostCost: number,
    prizes: Prizes,
  ): boolean {
    return recreate(this.tours, jobs, count, this.#insertion, mostMissing, mostCost, prizes)
  }

  /** The best so far is kept. */
  #goOnFrom([next]: readonly Found[]): void {
    if (next === undefined) return
    this.tours.restart(next.orders, this.#jobs)
    this.#linked?.tours.take(this.tours)
    this.#best.noteAll()
    this.#best.update()
  }

  #startOver(): void {
    this.#linked = null
    this.#linked = this.#mayLink ? this.#rounds : null
    this.#linked?.tours.take(this.tours)
    this.#best = new BestOrders(this.#standing)
    this.#best.update()
  }
}

function drawPrizes(random: Random): Prizes {
  const drawn = random()
  if (drawn < OPEN) return 'opening'
  return drawn < OPEN + IGNORE_PRIZES ? 'ignored' : 'heeded'
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
