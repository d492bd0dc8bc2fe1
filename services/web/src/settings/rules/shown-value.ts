// A setting's value as people read it.
import { euroCents, locale, number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { NumberKind, Setting } from './catalog.ts'
import type { Value, WatchStep } from './setting-value.ts'

/** Without the tail that comes of binary fractions: 0.07 · 100. */
const tidy = (value: number): number => Number(value.toPrecision(12))

export const toShown = (value: number, { times }: NumberKind): number => tidy(value * times)
export const fromShown = (value: number, { times }: NumberKind): number => tidy(value / times)

/** With its unit: 70 %, 6 hours, € 0.40 per kg. */
export function shownValue(value: Value, { kind }: Pick<Setting, 'kind'>): string {
  const said = words().settings
  if (value === null) return '–'
  if (kind.is === 'mould') return said.mould[value as keyof typeof said.mould]
  if (kind.is === 'steps') return listed((value as readonly WatchStep[]).map(shownStep))
  const unit = said.units[kind.unit]
  const amount = toShown(Number(value), kind)
  if (unit.startsWith('€')) return `${euroCents(amount)}${unit.slice(1)}`
  const blank = kind.unit === 'degrees' ? '' : ' '
  return `${number(amount, 3)}${blank}${unit}`
}

export function shownStep({ rh_pct, hours }: WatchStep): string {
  const { watch, units } = words().settings
  return watch.step(`${number(rh_pct, 1)} ${units.pct}`, `${number(hours, 1)} ${units.hours}`)
}

const listed = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
