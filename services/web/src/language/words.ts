// The words of the page's language. Those of the first page are there before the first picture; those of
// the other pages come with the first of them that is opened, so that nobody waits for what he may not read.
import type { en as moreEn } from './en.ts'
import type { en as firstEn } from './first/en.ts'
import { currentLanguage, type Language } from './language.ts'
import { allHeldTogether } from './typography.ts'

type Written<Text> = Text extends string
  ? string
  : Text extends (...told: infer Told) => string
    ? (...told: Told) => string
    : { readonly [Key in keyof Text]: Written<Text[Key]> }

/** What every language must say. English is the measure: a key that one lacks fails the build. */
export type FirstWords = Written<typeof firstEn>
export type MoreWords = Written<typeof moreEn>
export type Words = FirstWords & MoreWords

const FIRST: Readonly<Record<Language, () => Promise<FirstWords>>> = {
  en: async () => (await import('./first/en.ts')).en,
  nl: async () => (await import('./first/nl.ts')).nl,
  fr: async () => (await import('./first/fr.ts')).fr,
  de: async () => (await import('./first/de.ts')).de,
}

const MORE: Readonly<Record<Language, () => Promise<MoreWords>>> = {
  en: async () => (await import('./en.ts')).en,
  nl: async () => (await import('./nl.ts')).nl,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
}

let loaded: FirstWords | undefined
let loadedMore: Promise<void> | undefined

export async function loadWords(): Promise<void> {
  const language = currentLanguage()
  document.documentElement.lang = language
  loaded = allHeldTogether(await FIRST[language](), language)
}

/** After `loadWords`. */
function loadMoreWords(): Promise<void> {
  const language = currentLanguage()
  loadedMore ??= MORE[language]().then((more) => {
    loaded = { ...words(), ...allHeldTogether(more, language) }
  })
  return loadedMore
}

export async function loadAllWords(): Promise<void> {
  await loadWords()
  await loadMoreWords()
}

/** A page other than the first: with its words. */
export async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const [opened] = await Promise.all([page, loadMoreWords()])
  return opened
}

/**
 * On the first page what is of `FirstWords` alone, on the others everything.
 * @throws Error before `loadWords` is done
 */
export function words(): Words {
  if (loaded === undefined) throw new Error('the words are not loaded yet')
  return loaded as Words
}
