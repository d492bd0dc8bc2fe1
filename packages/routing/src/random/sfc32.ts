// Chris Doty-Humphrey's Small Fast Counter, 32 bits: passes PractRand, which short xorshifts do not;
// annealing notices the difference.

/** Uniform in [0, 1). */
export type Random = () => number

/** The same seed gives the same numbers on every machine. */
export function sfc32(seed: number): Random {
  let a = seed | 0
  let b = Math.floor(seed / 2 ** 32) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/** An integer in [0, below). */
export const pick = (random: Random, below: number): number => Math.floor(random() * below)
