// Numbers as people type them: with a comma or a point, with or without blanks between thousands.
import type { Language } from './language.ts'

const DECIMAL: Readonly<Record<Language, ',' | '.'>> = { en: '.', nl: ',', fr: ',', de: ',' }

/** @returns `null` when nothing is there, NaN when it is no number */
export function readNumber(text: string, language: Language): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  if (plain === '') return null
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(decimalPoint(plain, language))
    ? Number(decimalPoint(plain, language))
    : Number.NaN
}

/** The other language's sign parts decimals as well, unless it can only part thousands. */
function decimalPoint(text: string, language: Language): string {
  const decimal = DECIMAL[language]
  const other = decimal === ',' ? '.' : ','
  const thousands = new RegExp(`^[+-]?[1-9]\\d{0,2}(\\${other}\\d{3})+(\\${decimal}|$)`)
  const single = thousands.test(text) ? text.replaceAll(other, '') : text
  return single.replace(',', '.')
}

/** As it is shown in a field: no blanks between thousands. */
export const writtenNumber = (value: number, language: Language): string =>
  String(value).replace('.', DECIMAL[language])
