// Why a plan cannot be as a planner wishes: a code and the names and numbers of its sentence.
import type { Language } from '@bakwacht/domain'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

export type HindranceCode = keyof typeof en

/** Every language must say all of them. */
export type Hindrances = Readonly<Record<HindranceCode, string>>

export interface Hindrance {
  readonly code: HindranceCode
  /** By the names that stand in braces in the sentence. */
  readonly values: Readonly<Record<string, string | number>>
}

export const hindrance = (code: HindranceCode, values: Hindrance['values'] = {}): Hindrance => ({
  code,
  values,
})

export const isHindrance = (one: object): one is Hindrance => 'code' in one && 'values' in one

const SENTENCES: Readonly<Record<Language, Hindrances>> = { en, nl, fr, de }

export const hindranceText = ({ code, values }: Hindrance, language: Language): string =>
  SENTENCES[language][code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
