// Seeded randomness: sfc32 (Doty-Humphrey, PractRand), one independent stream per purpose, so that
// emptying one bin or adding one fault never shifts what happens elsewhere.

/** Uniform in [0, 1), 32 bits. */
export type Random = () => number

/** The stream of this name under this seed: the same names give the same numbers, bit for bit. */
export function randomFor(seed: number | string, ...names: readonly (string | number)[]): Random {
  let [a, b, c, d] = hash([seed, ...names].join('/'))
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

/** Four 32-bit words from a text (MurmurHash3's mixing, once per word). */
function hash(text: string): [number, number, number, number] {
  const word = (start: number): number => {
    let h = start
    for (let at = 0; at < text.length; at++) {
      h = Math.imul(h ^ text.charCodeAt(at), 0xcc9e2d51)
      h = (h << 13) | (h >>> 19)
    }
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return h ^ (h >>> 16)
  }
  return [word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162), word(0x71374491)]
}

export const chance = (random: Random, probability: number): boolean => random() < probability

export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random()

/** A whole number in [low, high]. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

/** Standard normal (Box & Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random())

/** Knuth's method; meant for means below about 30. */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}
