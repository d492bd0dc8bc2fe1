// Why a container is in a run, or why it was left out. Code and evidence are stored;
// the sentence is made when somebody asks (reason-text.ts), in the language asked for.
import type { Evidence } from '../alert/alert.ts'

export const MUST_CODES = [
  'alarm',
  'water_ingress',
  'damp',
  'full',
  'fills_before_next_visit',
  'reported_full',
  'planner',
  'due',
  'estimated_full',
] as const
export const MAY_CODES = ['damp_watch', 'worth_the_detour'] as const
export const LEFT_OUT_CODES = [
  'not_full',
  'not_worth_detour',
  'no_capacity',
  'no_access',
  'retired',
  'already_planned',
  'emptied_recently',
  'dropped_by_planner',
] as const

export type MustCode = (typeof MUST_CODES)[number]
/** A damp bin has to be emptied, or may be: that is what it is worth. */
export type MayCode = (typeof MAY_CODES)[number] | 'water_ingress' | 'damp'
export type LeftOutCode = (typeof LEFT_OUT_CODES)[number]
/** `unload` is the reason of a visit to the depot between or after trips. */
export type ReasonCode = MustCode | MayCode | LeftOutCode | 'unload'

export interface Reason<Code extends ReasonCode = ReasonCode> {
  readonly code: Code
  readonly evidence: Evidence
}
