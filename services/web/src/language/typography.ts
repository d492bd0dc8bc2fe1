// What belongs together stays on one line: written with ordinary blanks, read with ones that do not break.
import type { Language } from './language.ts'

const BLANK = '\u00a0'
const NARROW = '\u202f'

const UNITS = '%|€|km|kg|g|t|h|min|m²|m³|cm|mm|m|l|L|V|°C|°'

/** A number and its unit; the euro sign and its number; a word and what trails off after it. */
const TOGETHER = [
  [new RegExp(String.raw`(\d) (?=(?:${UNITS})(?![\p{L}\d]))`, 'gu'), `$1${BLANK}`],
  [/€ (?=\d)/g, `€${BLANK}`],
  [/ (?=…)/g, BLANK],
] as const

/** French puts a narrow blank before high marks, a full one before a colon and within quotes. */
const FRENCH = [
  [/ (?=[;!?])/g, NARROW],
  [/ (?=[:»])/g, BLANK],
  [/« /g, `«${BLANK}`],
] as const

export const heldTogether = (text: string, language: Language): string =>
  [...TOGETHER, ...(language === 'fr' ? FRENCH : [])].reduce(
    (held, [found, instead]) => held.replace(found, instead),
    text,
  )

/** All texts of it, those that functions make too. */
export function allHeldTogether<Said>(said: Said, language: Language): Said {
  if (typeof said === 'string') return heldTogether(said, language) as Said
  if (typeof said === 'function')
    return ((...told: unknown[]) => allHeldTogether(said(...told), language)) as Said
  if (Array.isArray(said)) return said.map((each) => allHeldTogether(each, language)) as Said
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(
    Object.entries(said).map(([key, each]) => [key, allHeldTogether(each, language)]),
  ) as Said
}

/** The service's sentences in an answer, changed where they stand: their field is `text` everywhere. */
export function sentencesHeldTogether<Answer>(answer: Answer, language: Language): Answer {
  // One plan says the same of hundreds of containers.
  const known = new Map<string, string>()
  const held = (text: string) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = heldTogether(text, language)
    known.set(text, now)
    return now
  }
  holdSentences(answer, held)
  return answer
}

function holdSentences(answer: unknown, held: (text: string) => string): void {
  if (Array.isArray(answer)) for (const each of answer) holdSentences(each, held)
  else if (typeof answer === 'object' && answer !== null) {
    const said = answer as Record<string, unknown>
    for (const key of Object.keys(said)) {
      const value = said[key]
      if (typeof value === 'object') holdSentences(value, held)
      else if (key === 'text' && typeof value === 'string') said[key] = held(value)
    }
  }
}
