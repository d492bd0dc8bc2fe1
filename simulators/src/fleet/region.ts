// The demo region between Leuven, Mechelen and Lier. Towns are real, roughly placed; streets,
// squares and everything that stands there are made up.
import { between, normal, type Random } from '../world/random.ts'
import type { DepotPlan, LonLat, VehiclePlan } from './fleet-plan.ts'

interface Town {
  readonly name: string
  readonly centre: LonLat
  /** Bins, in proportion. */
  readonly weight: number
}

const TOWNS: readonly [Town, ...Town[]] = [
  { name: 'Leuven', centre: [4.703, 50.894], weight: 7 },
  { name: 'Mechelen', centre: [4.479, 51.027], weight: 8 },
  { name: 'Lier', centre: [4.572, 51.129], weight: 5 },
  { name: 'Heist-op-den-Berg', centre: [4.724, 51.077], weight: 5 },
  { name: 'Aarschot', centre: [4.834, 50.985], weight: 4 },
  { name: 'Herent', centre: [4.668, 50.909], weight: 3 },
  { name: 'Haacht', centre: [4.637, 50.978], weight: 2 },
  { name: 'Rotselaar', centre: [4.717, 50.952], weight: 2 },
  { name: 'Keerbergen', centre: [4.636, 51.004], weight: 2 },
  { name: 'Tremelo', centre: [4.71, 50.992], weight: 2 },
  { name: 'Bonheiden', centre: [4.547, 51.022], weight: 2 },
  { name: 'Putte', centre: [4.631, 51.056], weight: 2 },
  { name: 'Berlaar', centre: [4.657, 51.118], weight: 2 },
  { name: 'Duffel', centre: [4.508, 51.094], weight: 2 },
  { name: 'Sint-Katelijne-Waver', centre: [4.531, 51.066], weight: 3 },
  { name: 'Boortmeerbeek', centre: [4.575, 50.981], weight: 2 },
  { name: 'Kampenhout', centre: [4.552, 50.942], weight: 2 },
  { name: 'Begijnendijk', centre: [4.785, 51.018], weight: 2 },
  { name: 'Hulshout', centre: [4.791, 51.074], weight: 1 },
  { name: 'Westerlo', centre: [4.915, 51.089], weight: 2 },
]

const PLACES: readonly [string, ...string[]] = [
  'Vlasmarkt',
  'Weversplein',
  'Spinnerijstraat',
  'Lindedreef',
  'Sportpark De Els',
  'Oude Melkerij',
  'Kapelleveld',
  'Vaartdijk-Noord',
  'Molenhoek',
  'Zonnewijk',
  'Stationsplein-Oost',
  'Basisschool De Klaver',
  'Recyclagepark',
  'Hopveld',
  'Ververslaan',
  'Kasteeldreef',
  'Parking De Schuur',
  'Beekstraat',
  'Wolhandel',
  'Parochiezaal',
]

const WEST = 4.43
const EAST = 5.04
const SOUTH = 50.885
const NORTH = 51.145

export interface Place {
  readonly name: string
  readonly municipality: string
  readonly location: LonLat
}

/** A place in one of the towns; no two of one call series are the same while there are names. */
export function placesOf(random: Random): () => Place {
  const used = new Set<string>()
  return () => {
    const town = anyTown(random)
    const place = freeName(town.name, random, used)
    const lon = town.centre[0] + 0.014 * normal(random)
    const lat = town.centre[1] + 0.009 * normal(random)
    return {
      name: place,
      municipality: town.name,
      location: [degrees(within(lon, WEST, EAST)), degrees(within(lat, SOUTH, NORTH))],
    }
  }
}

export const depot: DepotPlan = {
  id: 'depot-haacht',
  name: 'Sorteercentrum Haacht',
  location: [4.6452, 50.9836],
}

export const vehicles: readonly VehiclePlan[] = [
  { id: 'van-1', name: 'Bestelwagen 1', type: 'van', payloadKg: 1_100, volumeL: 13_000 },
  { id: 'van-2', name: 'Bestelwagen 2', type: 'van', payloadKg: 1_100, volumeL: 13_000 },
  { id: 'truck-1', name: 'Vrachtwagen', type: 'truck', payloadKg: 3_000, volumeL: 32_000 },
]

function anyTown(random: Random): Town {
  const total = TOWNS.reduce((sum, { weight }) => sum + weight, 0)
  let left = between(random, 0, total)
  for (const town of TOWNS) {
    left -= town.weight
    if (left < 0) return town
  }
  return TOWNS[0]
}

function freeName(town: string, random: Random, used: Set<string>): string {
  const start = Math.floor(random() * PLACES.length)
  for (let step = 0; ; step++) {
    const round = Math.floor(step / PLACES.length)
    const place = PLACES[(start + step) % PLACES.length] ?? PLACES[0]
    const name = `${town}, ${place}${round === 0 ? '' : ` ${round + 1}`}`
    if (used.has(name)) continue
    used.add(name)
    return name
  }
}

const within = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value))
const degrees = (value: number): number => Math.round(value * 1e5) / 1e5
