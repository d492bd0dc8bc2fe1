// Which of the four languages the page speaks: as chosen before, or as the browser wishes.
import { remember, remembered } from './remember.ts'

export const LANGUAGES = ['en', 'nl', 'fr', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each in its own language, for the picker. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
}

const KEPT = 'bakwacht-language'
export const isLanguage = (text: string | null): text is Language =>
  LANGUAGES.includes(text as Language)

const chosen: Language =
  [remembered(KEPT), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isLanguage) ?? 'en'

export const currentLanguage = (): Language => chosen

/** The page loads anew: everything on it, the API's sentences too, is in one language. */
export function chooseLanguage(language: Language): void {
  remember(KEPT, language)
  location.reload()
}
