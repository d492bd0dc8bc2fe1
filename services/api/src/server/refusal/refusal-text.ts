// What a refusal says to the person at the page, in the page's language; `detail` is for programmers.
import type { Language } from '@bakwacht/domain'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

/** A code of a problem, or nearer than its code says it. */
export type Refusal = keyof typeof en

/** Every language must say all of them. */
export type Refusals = Readonly<Record<Refusal, string>>

const SENTENCES: Readonly<Record<Language, Refusals>> = { en, nl, fr, de }

/** Undefined where a program alone can have made the mistake, e.g. a method that an address does not know. */
export function refusalText(
  { code, because }: { readonly code: string; readonly because: Refusal | undefined },
  language: Language,
): string | undefined {
  const sentences: Readonly<Record<string, string>> = SENTENCES[language]
  return sentences[because ?? code]
}
