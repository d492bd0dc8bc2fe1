// The few accounts that are kept side by side.
import { rounded } from '../state/rounded.ts'
import type { Hypothesis } from './hypothesis.ts'

const KEPT = 5
const LEAST_WEIGHT = 1e-8
const ALIKE_POINTS = 3

/** At most five, the best first, weights adding up to 1; those that say the same become one. */
export function weighed(all: readonly Hypothesis[]): Hypothesis[] {
  const total = sumOf(all)
  const kept: Hypothesis[] = []
  for (const each of all.toSorted((a, b) => b.weight - a.weight)) {
    const weight = each.weight / total
    if (weight < LEAST_WEIGHT) continue
    const place = kept.findIndex((other) => alike(other, each))
    const other = kept[place]
    if (other !== undefined) kept[place] = merged(other, { ...each, weight })
    else if (kept.length < KEPT) kept.push({ ...each, weight })
  }
  const rest = sumOf(kept)
  // Few digits: they are stored.
  return kept.map((each) => ({
    ...each,
    weight: rounded(each.weight / rest, 9),
    points: rounded(each.points, 2),
    variance: rounded(each.variance, 2),
    catches: rounded(each.catches, 4),
    catchesOn: rounded(each.catchesOn, 4),
    strays: rounded(each.strays, 4),
  }))
}

export const sumOf = (hypotheses: readonly Hypothesis[]): number =>
  hypotheses.reduce((sum, { weight }) => sum + weight, 0)

const alike = (a: Hypothesis, b: Hypothesis): boolean =>
  Math.abs(a.points - b.points) < ALIKE_POINTS &&
  (a.hiddenBy === null) === (b.hiddenBy === null) &&
  a.fall?.at === b.fall?.at

function merged(a: Hypothesis, b: Hypothesis): Hypothesis {
  const weight = a.weight + b.weight
  const share = b.weight / weight
  const apart = b.points - a.points
  return {
    ...a,
    weight,
    points: a.points + share * apart,
    variance: (1 - share) * a.variance + share * b.variance + share * (1 - share) * apart * apart,
  }
}
