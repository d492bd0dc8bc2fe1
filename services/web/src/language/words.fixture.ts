// Every text of a language with the path to it, those that functions make too.
import { de } from './de.ts'
import { en } from './en.ts'
import { de as firstDe } from './first/de.ts'
import { en as firstEn } from './first/en.ts'
import { fr as firstFr } from './first/fr.ts'
import { nl as firstNl } from './first/nl.ts'
import { fr } from './fr.ts'
import type { Language } from './language.ts'
import { nl } from './nl.ts'

export interface Text {
  /** e.g. `shell.today` */
  readonly path: string
  readonly text: string
}

const ALL = {
  en: { ...firstEn, ...en },
  nl: { ...firstNl, ...nl },
  fr: { ...firstFr, ...fr },
  de: { ...firstDe, ...de },
} as const

export const textsOf = (language: Language): readonly Text[] => textsIn(ALL[language], '')

function textsIn(said: unknown, path: string): readonly Text[] {
  if (typeof said === 'string') return [{ path, text: said }]
  if (typeof said === 'function')
    return [...new Set(made(said as Say))].map((text) => ({ path: `${path}()`, text }))
  if (typeof said !== 'object' || said === null) return []
  return Object.entries(said).flatMap(([key, each]) =>
    textsIn(each, path === '' ? key : `${path}.${key}`),
  )
}

type Say = (...told: unknown[]) => unknown

/** With one of it, with several, and with what is written out already. */
function made(say: Say): readonly string[] {
  return [1, 7, '7', true, false].flatMap((told) => {
    try {
      const text = say(...Array.from({ length: say.length }, () => told))
      return typeof text === 'string' && !/true|false|\[object/.test(text) ? [text] : []
    } catch {
      return []
    }
  })
}
