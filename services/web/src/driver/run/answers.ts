// From what a driver chooses on the page to what is told the service.
import type { Stop } from '@bakwacht/api/contract'
import type { Word } from '../kept/kept.ts'

/** As expected is no weighing: only a figure that says something new is sent as kilograms. */
export type Amount = 'expected' | 'less' | 'more' | { readonly kg: number }
export type Wetness = 'dry' | 'partly' | 'wet'

export const COULD_NOT = ['car', 'locked', 'broken', 'empty', 'partly', 'other'] as const
export type CouldNot = (typeof COULD_NOT)[number]

export const PROBLEMS = ['damaged', 'sensor', 'rubbish', 'unsafe', 'other'] as const
export type ProblemKind = (typeof PROBLEMS)[number]

const OUTCOMES = {
  car: 'blocked',
  locked: 'blocked',
  broken: 'blocked',
  empty: 'skipped',
  partly: 'partly',
  other: 'skipped',
} as const satisfies Record<CouldNot, Word['outcome']>

/** Of what was expected, when it was clearly less or more. */
const SHARE = { less: 0.5, more: 1.5 } as const
const WET_SHARE = { dry: 0, partly: 0.5, wet: 1 } as const

/** `at` only where it is not now: something is added to an earlier answer. */
export type Answer = Omit<Word, 'at'> & Partial<Pick<Word, 'at'>>

export function emptied(stop: Pick<Stop, 'expected_kg'>, amount: Amount, wet: Wetness): Answer {
  const kg = amount === 'expected' ? null : amountKg(stop, amount)
  const ofKg = kg ?? roundKg(stop.expected_kg)
  return {
    outcome: 'emptied',
    kg,
    wet_kg: wet === 'dry' ? null : Math.round(ofKg * WET_SHARE[wet] * 10) / 10,
  }
}

/** About how much that is, kg. */
export const amountKg = ({ expected_kg }: Pick<Stop, 'expected_kg'>, amount: Amount): number => {
  if (typeof amount === 'object') return amount.kg
  return roundKg(amount === 'expected' ? expected_kg : expected_kg * SHARE[amount])
}

export const couldNot = (why: CouldNot): Answer => ({ outcome: OUTCOMES[why] })

export const unloaded = (kg: number | null): Answer => ({ outcome: 'unloaded', kg })

/** With whatever else there is to say about the stop. */
export function withNote(answer: Answer, ...notes: readonly (string | null | undefined)[]): Answer {
  const note = [answer.note, ...notes].filter(Boolean).join('; ')
  return note === '' ? answer : { ...answer, note }
}

/** More than any truck carries: a typing error. */
export const MOST_KG = 30_000

/** To five, as one guesses; small ones exactly. */
const roundKg = (kg: number): number => (kg < 20 ? Math.round(kg) : Math.round(kg / 5) * 5)
