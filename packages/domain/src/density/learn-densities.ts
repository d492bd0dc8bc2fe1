// Densities from weighed loads, all at once: each container's lies around its fleet's, the fleet's around the
// setting, and a load weighs what its parts do together, give or take. The most probable densities are found by
// going round: each container given the others, then all together. Loads that fit nothing (ten times too
// heavy) count for next to nothing: Student's t with few degrees of freedom.
import type { Settings } from '../settings.ts'
import {
  type Densities,
  type Density,
  densitiesBeforeAny,
  FIRST_GUESS,
  HEAVIEST_KG_PER_L,
  LIGHTEST_KG_PER_L,
} from './density.ts'
import type { WeighedLoad } from './weighed-load.ts'

const ROUNDS = 40
const DEGREES_OF_FREEDOM = 4
/** The mean of weight × residual² where residuals are normal with variance 1, for these degrees. */
const USUAL_WEIGHED_SQUARE = 0.786
/** What the scale and the rounding of its figure cost, kg and share. */
const SCALE = { kg: 2, share: 0.02 }
/** The first guess of how much containers and loads differ weighs as much as so many of them. */
const GUESSED_FROM = 20
const MOST_COMPACTION = 0.8

/**
 * The same loads give the same densities in whatever order they come.
 * @param loads of a window of time; what left it is forgotten
 */
export function learnDensities(
  loads: readonly WeighedLoad[],
  settings: Pick<Settings, 'densityKgPerL'>,
): Densities {
  if (loads.length === 0) return densitiesBeforeAny(settings)
  const fit = new JointFit(inOneOrder(loads), settings.densityKgPerL)
  for (let round = 0; round < ROUNDS; round++) fit.goRound()
  return fit.densities()
}

const inOneOrder = (loads: readonly WeighedLoad[]): WeighedLoad[] =>
  loads
    .map((load) => ({ load, key: JSON.stringify([load.parts, load.kg]) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ load }) => load)

/** Part of a load: how much its container's factor adds, kg, at no compaction. */
interface Share {
  readonly of: Known
  readonly load: Load
  /** Kilograms at the setting's density. */
  readonly kg: number
  readonly fuller: number
}

interface Load {
  readonly kg: number
  readonly shares: Share[]
  /** Kilograms² that uncertain litres cost, at the setting's density. */
  readonly litresVar: number
  /** Weighed less expected. */
  residual: number
  /** Kilograms²: of this load around its containers' means, and of those. */
  variance: number
  unknown: number
  weight: number
}

/** A container: its density as a factor on the setting. */
interface Known {
  factor: number
  variance: number
  readonly shares: Share[]
}

class JointFit {
  readonly #setting: number
  readonly #loads: readonly Load[]
  readonly #containers = new Map<string, Known>()
  #fleet = 1
  #fleetVar = FIRST_GUESS.fleetSd ** 2
  #containerVar = FIRST_GUESS.containerSd ** 2
  #visitVar = FIRST_GUESS.visitSd ** 2
  #compaction = 0

  constructor(loads: readonly WeighedLoad[], setting: number) {
    this.#setting = setting
    this.#loads = loads.map((load) => this.#enter(load))
  }

  goRound(): void {
    for (const load of this.#loads) this.#weigh(load)
    for (const container of this.#containers.values()) this.#fitContainer(container)
    this.#shiftAll()
    this.#fitFleet()
    this.#fitCompaction()
    this.#fitSpreads()
  }

  densities(): Densities {
    const containers = [...this.#containers].map(([id, known]): [string, Density] => {
      const { factor, shares } = known
      return [id, this.#density(factor, this.#varianceOf(known), shares.length)]
    })
    const ofUnknown = this.#fleetVar + this.#containerVar
    const fleet = {
      ...this.#density(this.#fleet, ofUnknown, this.#loads.length),
      visitSd: rounded(Math.sqrt(this.#visitVar)),
      compaction: rounded(this.#compaction),
    }
    return { fleet, containers: new Map(containers) }
  }

  #density(factor: number, variance: number, loads: number): Density {
    return {
      kgPerL: rounded(clamped(factor * this.#setting, LIGHTEST_KG_PER_L, HEAVIEST_KG_PER_L)),
      sdKgPerL: rounded(Math.sqrt(variance) * this.#setting),
      loads,
    }
  }

  #enter({ kg, parts }: WeighedLoad): Load {
    const litresVar = parts.reduce((sum, { sdL }) => sum + (sdL * this.#setting) ** 2, 0)
    const load: Load = {
      kg,
      shares: [],
      litresVar,
      residual: 0,
      variance: 1,
      unknown: 1,
      weight: 1,
    }
    for (const { containerId, l, fuller } of parts) {
      const known = this.#containers.get(containerId) ?? {
        factor: 1,
        variance: this.#containerVar,
        shares: [],
      }
      this.#containers.set(containerId, known)
      const share = { of: known, load, kg: l * this.#setting, fuller }
      known.shares.push(share)
      load.shares.push(share)
    }
    return load
  }

  /** What this share adds to its load for each unit of its container's factor, kg. */
  #reach({ kg, fuller }: Share): number {
    return kg * (1 + this.#compaction * fuller)
  }

  #weigh(load: Load): void {
    let expected = 0
    let visits = 0
    let unknown = 0
    for (const share of load.shares) {
      const reach = this.#reach(share)
      expected += reach * share.of.factor
      visits += reach ** 2
      unknown += reach ** 2 * share.of.variance
    }
    const ownVar = (this.#visitVar * visits + load.litresVar) * this.#fleet ** 2
    load.variance = ownVar + SCALE.kg ** 2 + (SCALE.share * expected) ** 2
    load.residual = load.kg - expected
    load.unknown = unknown
    const surprise = load.residual ** 2 / (load.variance + unknown)
    load.weight = (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + surprise)
  }

  /** Given all others: between its own loads and its fleet. */
  #fitContainer(known: Known): void {
    let pull = this.#fleet / this.#containerVar
    let hold = 1 / this.#containerVar
    for (const share of known.shares) {
      const reach = this.#reach(share)
      const { weight, variance, residual } = share.load
      pull += (weight / variance) * reach * (residual + reach * known.factor)
      hold += (weight / variance) * reach ** 2
    }
    this.#move(known, clamped(pull / hold, ...this.#limits()))
    known.variance = this.#varianceOf(known)
  }

  #move(known: Known, factor: number): void {
    const by = factor - known.factor
    for (const share of known.shares) share.load.residual -= this.#reach(share) * by
    known.factor = factor
  }

  /** Whole trips say little of one container and much of all: they move together. */
  #shiftAll(): void {
    const guessed = FIRST_GUESS.fleetSd ** -2
    let pull = (1 - this.#fleet) * guessed
    let hold = guessed
    for (const { shares, weight, variance, residual } of this.#loads) {
      const reach = shares.reduce((sum, share) => sum + this.#reach(share), 0)
      pull += (weight / variance) * reach * residual
      hold += (weight / variance) * reach ** 2
    }
    const by = pull / hold
    this.#fleet = clamped(this.#fleet + by, ...this.#limits())
    for (const known of this.#containers.values())
      this.#move(known, clamped(known.factor + by, ...this.#limits()))
  }

  #fitFleet(): void {
    const guessed = FIRST_GUESS.fleetSd ** -2
    const count = this.#containers.size
    const all = [...this.#containers.values()]
    const sum = all.reduce((total, { factor }) => total + factor, 0)
    this.#fleet = (guessed + sum / this.#containerVar) / (guessed + count / this.#containerVar)
    // A container tells of its fleet as far as its loads tell of it.
    const told = all.reduce((total, { variance }) => {
      const own = Math.max(1 / variance - 1 / this.#containerVar, 1e-9)
      return total + 1 / (this.#containerVar + 1 / own)
    }, 0)
    this.#fleetVar = 1 / (guessed + told)
  }

  #fitCompaction(): void {
    const guessed = FIRST_GUESS.compactionSd ** -2
    const slope = ({ kg, fuller, of }: Share) => kg * fuller * of.factor
    let pull = -this.#compaction * guessed
    let hold = guessed
    for (const { shares, weight, variance, residual } of this.#loads) {
      const reach = shares.reduce((sum, share) => sum + slope(share), 0)
      pull += (weight / variance) * reach * residual
      hold += (weight / variance) * reach ** 2
    }
    const compaction = this.#compaction + pull / hold
    this.#compaction = clamped(compaction, -MOST_COMPACTION, MOST_COMPACTION)
  }

  /** How much containers differ from each other, and one container's loads. */
  #fitSpreads(): void {
    let between = GUESSED_FROM * FIRST_GUESS.containerSd ** 2
    for (const { factor, variance } of this.#containers.values())
      between += (factor - this.#fleet) ** 2 + variance
    this.#containerVar = between / (GUESSED_FROM + this.#containers.size)

    let within = GUESSED_FROM * FIRST_GUESS.visitSd ** 2
    for (const { shares, weight, residual, variance, unknown, litresVar } of this.#loads) {
      const visits = shares.reduce((sum, share) => sum + this.#reach(share) ** 2, 0)
      const hidden = (unknown * variance) / (unknown + variance)
      const seen = (weight * residual ** 2) / USUAL_WEIGHED_SQUARE
      const left = seen + hidden - litresVar * this.#fleet ** 2
      within += Math.max(left, 0) / (visits * this.#fleet ** 2)
    }
    this.#visitVar = within / (GUESSED_FROM + this.#loads.length)
  }

  /** The others in its loads are not known exactly either. */
  #varianceOf(known: Known): number {
    let hold = 1 / this.#containerVar
    for (const share of known.shares) {
      const { weight, variance, shares } = share.load
      const others = shares.reduce(
        (sum, other) => sum + (other === share ? 0 : this.#reach(other) ** 2 * other.of.variance),
        0,
      )
      hold += (weight * this.#reach(share) ** 2) / (variance + others)
    }
    return 1 / hold
  }

  #limits(): [number, number] {
    return [LIGHTEST_KG_PER_L / this.#setting, HEAVIEST_KG_PER_L / this.#setting]
  }
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most)

/** Four digits: more is noise, and a store should not be written for it. */
const rounded = (value: number): number => Number(value.toPrecision(4))
