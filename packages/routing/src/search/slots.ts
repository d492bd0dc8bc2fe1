// Room for routes in flat arrays. A slot holds one route: position 0 is the start, 1…n its stops, n + 1
// the end; row `slot * stride + position`. Tables on tails count from the end instead, so that an
// insertion leaves those behind it where they are: row `slot * stride + n + 1 - position`.
// Every table may be replaced when the slots grow: read it anew after `take` and `stretch`.
import type { Instance, VehicleClass } from '../compile/instance.ts'

/** The stop at the start and at the end of a route. */
export const HOME = -1

const FIRST_STRIDE = 16
const FIRST_COUNT = 16

type Table = Float64Array | Int32Array

export class Slots {
  readonly loads: number
  /** Labels of tails per position, `breaks taken * ways + way`, and how many ways of each there are. */
  readonly groups: number
  readonly ways: number
  /**
   * Labels of heads per position: as those of tails; with releases `breaks before its trip * groups +
   * breaks taken * ways + way`, since it depends on those before which break is next.
   */
  readonly headGroups: number
  readonly #timed: boolean
  readonly #detailed: boolean
  readonly #unloads: boolean
  readonly #releases: boolean
  stride = FIRST_STRIDE
  #count = FIRST_COUNT
  readonly #free: number[] = []

  // One value a slot.
  length = new Int32Array(FIRST_COUNT)
  /** Index of its vehicle's class. */
  class = new Int32Array(FIRST_COUNT)
  cost = new Float64Array(FIRST_COUNT)
  /** What it would cost if no one ever waited or rested. */
  busyCost = new Float64Array(FIRST_COUNT)
  /** Seconds of driving, and with those of service. */
  driven = new Float64Array(FIRST_COUNT)
  busy = new Float64Array(FIRST_COUNT)
  /**
   * One of its places, and the most that it costs to drive from there to a stop, on to the next and
   * back. Where no detour is shorter than the direct way, a detour between two stops costs at least
   * as much as going from the centre to a job and back, less the reach.
   */
  centre = new Int32Array(FIRST_COUNT)
  reach = new Float64Array(FIRST_COUNT)
  /** `slot * loads + dimension`: all that is picked up. */
  picked: Float64Array

  // One value a position.
  /** Visits, see {@link Instance}. */
  stops: Int32Array
  /** Where they are. */
  places: Int32Array
  /** Money for driving on from here. */
  arcs: Float64Array

  // Where time matters: when the vehicle is done here at the earliest, when it has to be here at the latest.
  finish = new Float64Array(0)
  /** Counted from the end. */
  deadline = new Float64Array(0)

  // Where durations matter, `row * headGroups + group` and `row * groups + group`: labels (clock/).
  headDuration = new Float64Array(0)
  headEarliest = new Float64Array(0)
  headLatest = new Float64Array(0)
  tailDuration = new Float64Array(0)
  tailEarliest = new Float64Array(0)
  tailLatest = new Float64Array(0)

  // Where vehicles unload, `row * loads + dimension`.
  /** On board when leaving. */
  onBoard = new Float64Array(0)
  /** All that is picked up on the trip that goes on from here. */
  ofTrip = new Float64Array(0)

  // Where jobs are released: the latest release of what the trip served so far, of what it has still to serve.
  released = new Float64Array(0)
  /** Counted from the end. */
  toRelease = new Float64Array(0)
  /** Position where the trip began. */
  tripStart = new Int32Array(0)

  constructor(instance: Instance) {
    const { loadCount, classes, clock, windows, anyUnloads, anyReleases } = instance
    this.loads = loadCount
    this.ways = clock === 'duration' && windows.some(({ length }) => length > 2) ? 2 : 1
    const counts = 1 + Math.max(0, ...classes.map(({ breaks }) => breaks.length))
    this.groups = this.ways * counts
    this.headGroups = this.groups * (anyReleases ? counts : 1)
    this.#timed = clock !== 'none'
    this.#detailed = clock === 'duration'
    this.#unloads = anyUnloads
    this.#releases = anyReleases
    this.picked = new Float64Array(FIRST_COUNT * loadCount)
    this.stops = new Int32Array(FIRST_COUNT * FIRST_STRIDE)
    this.places = new Int32Array(FIRST_COUNT * FIRST_STRIDE)
    this.arcs = new Float64Array(FIRST_COUNT * FIRST_STRIDE)
    this.#reshape(FIRST_COUNT, FIRST_STRIDE)
    for (let slot = FIRST_COUNT - 1; slot >= 0; slot--) this.#free.push(slot)
  }

  /** A slot that nobody uses. */
  take(): number {
    if (this.#free.length === 0) {
      const before = this.#count
      this.#reshape(2 * before, this.stride)
      for (let slot = this.#count - 1; slot >= before; slot--) this.#free.push(slot)
    }
    return this.#free.pop() as number
  }

  give(slot: number): void {
    this.#free.push(slot)
  }

  /** Makes room for so many stops on each route. */
  stretch(stops: number): void {
    if (stops + 2 > this.stride) this.#reshape(this.#count, Math.max(2 * this.stride, stops + 2))
  }

  copy(from: number, to: number): void {
    const { length, loads, groups, headGroups } = this
    const stops = length[from] as number
    length[to] = stops
    this.class[to] = this.class[from] as number
    this.cost[to] = this.cost[from] as number
    this.busyCost[to] = this.busyCost[from] as number
    this.driven[to] = this.driven[from] as number
    this.busy[to] = this.busy[from] as number
    this.centre[to] = this.centre[from] as number
    this.reach[to] = this.reach[from] as number
    copyRow(this.picked, from * loads, to * loads, loads)
    const source = from * this.stride
    const target = to * this.stride
    const rows = stops + 2
    copyRow(this.stops, source, target, rows)
    copyRow(this.places, source, target, rows)
    copyRow(this.arcs, source, target, rows)
    if (!this.#timed) return
    copyRow(this.finish, source, target, rows)
    copyRow(this.deadline, source, target, rows)
    if (this.#detailed) {
      for (const heads of [this.headDuration, this.headEarliest, this.headLatest])
        copyRow(heads, source * headGroups, target * headGroups, rows * headGroups)
      for (const tails of [this.tailDuration, this.tailEarliest, this.tailLatest])
        copyRow(tails, source * groups, target * groups, rows * groups)
    }
    if (this.#unloads) {
      copyRow(this.onBoard, source * loads, target * loads, rows * loads)
      copyRow(this.ofTrip, source * loads, target * loads, rows * loads)
    }
    if (this.#releases) {
      copyRow(this.released, source, target, rows)
      copyRow(this.toRelease, source, target, rows)
      copyRow(this.tripStart, source, target, rows)
    }
  }

  #reshape(count: number, stride: number): void {
    const { loads, groups, headGroups } = this
    const old = { count: this.#count, stride: this.stride }
    const perSlot = <T extends Table>(table: T, width: number): T =>
      moved(table, count * width, old.count, width, width)
    const perRow = <T extends Table>(table: T, width: number): T =>
      moved(table, count * stride * width, old.count, old.stride * width, stride * width)
    this.length = perSlot(this.length, 1)
    this.class = perSlot(this.class, 1)
    this.cost = perSlot(this.cost, 1)
    this.busyCost = perSlot(this.busyCost, 1)
    this.driven = perSlot(this.driven, 1)
    this.busy = perSlot(this.busy, 1)
    this.centre = perSlot(this.centre, 1)
    this.reach = perSlot(this.reach, 1)
    this.picked = perSlot(this.picked, loads)
    this.stops = perRow(this.stops, 1)
    this.places = perRow(this.places, 1)
    this.arcs = perRow(this.arcs, 1)
    if (this.#timed) {
      this.finish = perRow(this.finish, 1)
      this.deadline = perRow(this.deadline, 1)
    }
    if (this.#detailed) {
      this.headDuration = perRow(this.headDuration, headGroups)
      this.headEarliest = perRow(this.headEarliest, headGroups)
      this.headLatest = perRow(this.headLatest, headGroups)
      this.tailDuration = perRow(this.tailDuration, groups)
      this.tailEarliest = perRow(this.tailEarliest, groups)
      this.tailLatest = perRow(this.tailLatest, groups)
    }
    if (this.#unloads) {
      this.onBoard = perRow(this.onBoard, loads)
      this.ofTrip = perRow(this.ofTrip, loads)
    }
    if (this.#releases) {
      this.released = perRow(this.released, 1)
      this.toRelease = perRow(this.toRelease, 1)
      this.tripStart = perRow(this.tripStart, 1)
    }
    this.#count = count
    this.stride = stride
  }
}

export const classOfSlot = ({ classes }: Instance, slots: Slots, slot: number): VehicleClass =>
  classes[slots.class[slot] as number] as VehicleClass

/**
 * The least detour between two stops of the route, see {@link Slots.reach}.
 * @param here row of the job's site
 */
export function leastDetour(slots: Slots, slot: number, owner: VehicleClass, here: number): number {
  const middle = here + (slots.centre[slot] as number)
  const away = (owner.driveCost[middle] as number) + (owner.driveCostTo[middle] as number)
  return away - (slots.reach[slot] as number)
}

function copyRow(table: Table, from: number, to: number, length: number): void {
  for (let i = 0; i < length; i++) table[to + i] = table[from + i] as number
}

/** A larger table with the same rows, each slot's now `stride` apart. */
function moved<T extends Table>(
  table: T,
  size: number,
  slots: number,
  oldStride: number,
  stride: number,
): T {
  const larger = new (table.constructor as new (length: number) => T)(size)
  for (let slot = 0; slot < slots; slot++) {
    const row = table.subarray(slot * oldStride, (slot + 1) * oldStride)
    if (row.length > 0) larger.set(row as never, slot * stride)
  }
  return larger
}
