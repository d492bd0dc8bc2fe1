// What a day's driving comes to before any route is known: the spanning tree of the day's places,
// walked around once, and each place's fair part of it.
import type { LonLat } from '@bakwacht/domain'

/** Of a usual leg between street containers: 2–5 km as the crow flies (measured on real roads). */
const ROAD_PER_CROW = 1.45
export const ROAD_KM_PER_HOUR = 35

const KM_PER_DEGREE = 111.32

export interface TourEstimate {
  /** Kilometres of road: out, past all places, and home. */
  readonly km: number
  /** Each place's fair part, in their order; together `km` when all places are visited. */
  readonly shareKm: readonly number[]
  /** What the tour would be shorter without each place: its part while all others are visited. */
  readonly savingKm: readonly number[]
  /** What passing by at one more place adds, in kilometres of road. */
  detourKm(place: LonLat): number
}

/**
 * The tree is Prim's from the depot, the tour its preorder. The way along an edge is shared by the
 * places beyond it (the Shapley value of a fixed tree: Megiddo 1978).
 * @param chance that a place is visited on such a day, 0–1; an edge's share is then expected over the others
 */
export function estimateTour(depot: LonLat, places: readonly LonLat[], chance = 1): TourEstimate {
  const { x, y } = onPlane(depot, places)
  const { parent, order, edgeKm } = spanningTree(x, y)
  const tour = preorder(parent, order)
  const tourKm = lengthOf(tour, x, y)
  const treeKm = edgeKm.reduce((sum, km) => sum + km, 0)
  const position = new Int32Array(x.length)
  for (const [at, node] of tour.entries()) position[node] = at
  const scale = treeKm > 0 ? tourKm / treeKm : 1

  const beyond = new Int32Array(x.length).fill(1)
  for (const node of order.toReversed())
    if (node > 0) beyond[parent[node] ?? 0] = (beyond[parent[node] ?? 0] ?? 0) + (beyond[node] ?? 0)
  const share = new Float64Array(x.length)
  for (const node of order)
    if (node > 0)
      share[node] =
        (share[parent[node] ?? 0] ?? 0) + (edgeKm[node] ?? 0) * partOf(beyond[node] ?? 1, chance)

  return {
    km: tourKm * ROAD_PER_CROW,
    shareKm: [...share.subarray(1)].map((km) => km * scale * ROAD_PER_CROW),
    savingKm: places.map((_, index) => savingOf(index + 1)),
    detourKm(place) {
      const [px = 0, py = 0] = planeOf(depot, place)
      let least = Number.POSITIVE_INFINITY
      for (let i = 0; i < tour.length; i++) {
        const a = tour[i] ?? 0
        const b = tour[(i + 1) % tour.length] ?? 0
        const detour =
          Math.hypot(px - (x[a] ?? 0), py - (y[a] ?? 0)) +
          Math.hypot(px - (x[b] ?? 0), py - (y[b] ?? 0)) -
          apart(a, b, x, y)
        if (detour < least) least = detour
      }
      return Math.max(least, 0) * ROAD_PER_CROW
    },
  }

  function savingOf(node: number): number {
    const at = position[node] ?? 0
    const before = tour[at - 1] ?? 0
    const after = tour[at + 1] ?? 0
    const way = apart(before, node, x, y) + apart(node, after, x, y)
    return Math.max(way - apart(before, after, x, y), 0) * ROAD_PER_CROW
  }
}

/** One's part when `count` − 1 others come with this chance each: E[1 ÷ (1 + how many come)]. */
const partOf = (count: number, chance: number): number =>
  chance >= 1 ? 1 / count : (1 - (1 - chance) ** count) / (count * chance)

/** Kilometres east and north of the depot. */
const planeOf = ([lon0, lat0]: LonLat, [lon, lat]: LonLat): readonly [number, number] => [
  (lon - lon0) * KM_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180),
  (lat - lat0) * KM_PER_DEGREE,
]

/** The depot is the first. */
function onPlane(depot: LonLat, places: readonly LonLat[]) {
  const points = [depot, ...places].map((place) => planeOf(depot, place))
  return {
    x: Float64Array.from(points, ([east]) => east),
    y: Float64Array.from(points, ([, north]) => north),
  }
}

const apart = (a: number, b: number, x: Float64Array, y: Float64Array): number =>
  Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))

/** Prim from node 0; `order` is that in which nodes joined, so a parent stands before its children. */
function spanningTree(x: Float64Array, y: Float64Array) {
  const size = x.length
  const parent = new Int32Array(size)
  const edgeKm = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const joined = new Uint8Array(size)
  const order: number[] = []
  edgeKm[0] = 0
  for (let next = 0; next >= 0; ) {
    joined[next] = 1
    order.push(next)
    let nearest = -1
    for (let node = 1; node < size; node++) {
      if (joined[node] === 1) continue
      const km = apart(next, node, x, y)
      if (km < (edgeKm[node] ?? 0)) {
        edgeKm[node] = km
        parent[node] = next
      }
      if (nearest < 0 || (edgeKm[node] ?? 0) < (edgeKm[nearest] ?? 0)) nearest = node
    }
    next = nearest
  }
  return { parent, order, edgeKm }
}

function preorder(parent: Int32Array, order: readonly number[]): readonly number[] {
  const children = Map.groupBy(
    order.filter((node) => node > 0),
    (node) => parent[node] ?? 0,
  )
  const tour: number[] = []
  const ahead = [0]
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    tour.push(node)
    ahead.push(...(children.get(node)?.toReversed() ?? []))
  }
  return tour
}

const lengthOf = (tour: readonly number[], x: Float64Array, y: Float64Array): number =>
  tour.reduce((sum, node, i) => sum + apart(node, tour[(i + 1) % tour.length] ?? 0, x, y), 0)
