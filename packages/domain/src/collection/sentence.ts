// Sentences with blanks, filled from evidence. `{fill_pct:pct}` is a blank; a part in [brackets] is
// left out when one of its blanks has no value, so one sentence serves much and little evidence. What comes after
// a | in them is said instead when the value is 0: "[waiting costs € {eur}|waiting costs nothing]".
import type { Evidence } from '../alert/alert.ts'
import type { Language, Sentences } from './sentences/sentences.ts'

export interface TextContext {
  /** IANA zone in which times are told. */
  readonly timezone: string
}

type Format = (value: number | string, language: Language, context: TextContext) => string

const FORMATS: Readonly<Record<string, Format>> = {
  pct: (value, language) => `${number(value, language, 0)} %`,
  chance: (value, language) => `${number(Number(value) * 100, language, 0)} %`,
  n: (value, language) => number(value, language, 0),
  n1: (value, language) => number(value, language, 1),
  n2: (value, language) => number(value, language, 2),
  eur: (value, language) => amount(Number(value), language),
  at: (value, language, { timezone }) => momentText(Number(value), language, timezone),
  day: (value, language, { timezone }) =>
    typeof value === 'string'
      ? clock(language, 'UTC', {}).format(Date.parse(value))
      : clock(language, timezone, {}).format(value),
}

/** Weekday, day, month and clock time of an instant (UTC ms), as one says them. */
export const momentText = (at: number, language: Language, timezone: string): string =>
  clock(language, timezone, { hour: '2-digit', minute: '2-digit' }).format(at)

/** The sentence for this code; `code.cause` where the evidence names a cause that has its own. */
export function sentenceFor<Code extends string>(
  sentences: Readonly<Record<Code, string>>,
  code: Code,
  evidence: Evidence,
): string {
  const special = (sentences as Readonly<Record<string, string>>)[`${code}.${evidence.cause}`]
  return special ?? sentences[code]
}

export function fillIn(
  sentence: string,
  evidence: Evidence,
  words: Sentences['words'],
  language: Language,
  context: TextContext,
): string {
  const optional = sentence.replaceAll(
    /\[([^[\]|]*)(?:\|([^[\]]*))?\]/g,
    (_, part: string, ofNothing?: string) =>
      ofNothing !== undefined && isNothing(part) ? ofNothing : (filled(part) ?? ''),
  )
  return filled(optional) ?? optional.replaceAll(/\{[^}]*\}/g, '?')

  function isNothing(part: string): boolean {
    return [...part.matchAll(/\{(\w+)/g)].every(([, key = '']) => evidence[key] === 0)
  }

  function filled(part: string): string | undefined {
    let complete = true
    const text = part.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, key: string, format?: string) => {
      const value = evidence[key]
      if (value === undefined || value === null || value === '') {
        complete = false
        return ''
      }
      if (format !== undefined) return FORMATS[format]?.(value, language, context) ?? String(value)
      return words[String(value)] ?? String(value)
    })
    return complete ? text : undefined
  }
}

const number = (value: number | string, language: Language, digits: number): string =>
  numbersIn(language, 0, digits).format(Number(value))

/** Whole euros, as one says them; below ten to the cent. */
const amount = (euro: number, language: Language): string =>
  euro < 9.995 ? numbersIn(language, 2, 2).format(euro) : number(euro, language, 0)

/** English as in Europe: 24-hour clock, the day before the month. */
const TAGS = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' } as const
const numbers = new Map<string, Intl.NumberFormat>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once: a large plan tells thousands of numbers, and a format takes longer to make than to use. */
function numbersIn(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  let format = numbers.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(TAGS[language], {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    })
    numbers.set(key, format)
  }
  return format
}

function clock(
  language: Language,
  timezone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${timezone} ${Object.keys(parts).length}`
  let format = clocks.get(key)
  if (format === undefined) {
    const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
    format = new Intl.DateTimeFormat(TAGS[language], {
      ...day,
      ...parts,
      hourCycle: 'h23',
      timeZone: timezone,
    })
    clocks.set(key, format)
  }
  return format
}
