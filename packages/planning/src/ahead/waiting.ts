// What leaving a container until a later time is expected to cost, in euro.
import { DAY_MS, dampLossChance, HOUR_MS } from '@bakwacht/domain'
import type { Bin } from '../selection/bin.ts'
import { overflowChanceAt } from '../selection/expected-load.ts'

/**
 * Cleaning up, times the chance that it overflows meanwhile; and for the hours that it is expected to be
 * over full, what an hour costs and the gifts turned away.
 */
export function overflowCost(bin: Bin, until: number): number {
  const { expected, visitAt, container, settings } = bin
  const { money } = settings
  const kgPerHour =
    ((expected.ratePctPerDay / 100) * container.capacityL * expected.kgPerL * HOUR_MS) / DAY_MS
  const instants = [
    visitAt,
    ...bin.later.map(({ at }) => at).filter((at) => at > visitAt && at < until),
    until,
  ]
  const chances = instants.map((at) => overflowChanceAt(expected, at))
  let hours = 0
  for (let i = 1; i < instants.length; i++) {
    const length = ((instants[i] ?? 0) - (instants[i - 1] ?? 0)) / HOUR_MS
    hours += (length * ((chances[i] ?? 0) + (chances[i - 1] ?? 0))) / 2
  }
  const newly = Math.max((chances.at(-1) ?? 0) - (chances[0] ?? 0), 0)
  return (
    newly * money.overflowOnce +
    Math.max(hours, 0) * (money.overflowPerHour + money.giftPerKg * kgPerHour)
  )
}

/** The kilograms inside, times the chance that they are lost to damp meanwhile, and what they spoil beside them. */
export function dampCost(bin: Bin, until: number): number {
  const { settings, state, expected, visitAt } = bin
  const { money, damp } = settings
  if (state === undefined) return 0
  const chance = dampLossChance(state.damp, until - visitAt, damp)
  const lostKg = expected.kg * chance * (1 + damp.spoilsBeside)
  return lostKg * (money.dampLossPerKg + money.disposalPerKg)
}
