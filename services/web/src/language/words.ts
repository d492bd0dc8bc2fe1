// The words of the page's language: loaded once before the first picture, then there for every part.
import type { en } from './en.ts'
import { currentLanguage, type Language } from './language.ts'
import { allHeldTogether } from './typography.ts'

type Written<Text> = Text extends string
  ? string
  : Text extends (...told: infer Told) => string
    ? (...told: Told) => string
    : { readonly [Key in keyof Text]: Written<Text[Key]> }

/** What every language must say. English is the measure: a key that one lacks fails the build. */
export type Words = Written<typeof en>

const LOAD: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  nl: async () => (await import('./nl.ts')).nl,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
}

let loaded: Words | undefined

export async function loadWords(): Promise<void> {
  const language = currentLanguage()
  document.documentElement.lang = language
  loaded = allHeldTogether(await LOAD[language](), language)
}

/** @throws Error before `loadWords` is done */
export function words(): Words {
  if (loaded === undefined) throw new Error('the words are not loaded yet')
  return loaded
}
