// What a language has to say. Words as on the pages; short, no jargon, numbers with their unit.
import type { AlertKind } from '../../alert/alert.ts'
import type { ReasonCode } from '../reason.ts'

export const LANGUAGES = ['en', 'nl', 'fr', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Causes for which a code has a sentence of its own. */
type DampCause =
  | 'damp.excess'
  | 'damp.mould'
  | 'damp.own_past'
  | 'damp_watch.humidity'
  | 'damp_watch.mould'

export interface Sentences {
  readonly reasons: Readonly<Record<ReasonCode | DampCause, string>>
  readonly alerts: Readonly<Record<AlertKind | DampCause, string>>
  /** For values of evidence that are words. */
  readonly words: Readonly<Record<string, string>>
}
