// Numbers and times as people read them: in the page's language and the service's time zone.
import { instantOf } from '@bakwacht/domain'
import { dateFormat, numberFormat } from './kept-formats.ts'
import { currentLanguage, type Language } from './language.ts'

const LOCALES = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' } as const

/** No-break: a number and its unit stay on one line. */
const NARROW = '\u00a0'

const SIGN_BEHIND: ReadonlySet<Language> = new Set(['fr', 'de'])

let timeZone: string | undefined

/** The service's zone; before it is known, the browser's. */
export function setTimeZone(zone: string): void {
  timeZone = zone
}

export const locale = (): string => LOCALES[currentLanguage()]

/** At most so many decimals. */
export const number = (value: number, decimals = 0): string =>
  numberFormat(locale(), { maximumFractionDigits: decimals }).format(value)

export const withUnit = (value: number, unit: string, decimals = 0): string =>
  `${number(value, decimals)}${NARROW}${unit}`

export const percent = (pct: number): string => withUnit(pct, '%')
/** How full, of what may be believed to lie above the rim too. */
export const fillLevel = (pct: number): string => percent(Math.min(Math.round(pct), 100))
/** 6.9 °C */
export const degrees = (celsius: number): string => withUnit(celsius, '°C', 1)
export const kilometres = (metres: number): string =>
  withUnit(metres / 1000, 'km', Math.abs(metres) < 10_000 ? 1 : 0)
export const weight = (kg: number): string =>
  Math.abs(kg) < 1000 ? withUnit(kg, 'kg') : withUnit(kg / 1000, 't', 1)
/** € 460, or 460 € where that is usual: as the service's sentences have it. */
export const euro = (value: number): string => withSign(number(value))

/** To the cent where it is not whole: € 0.40. */
export const euroCents = (value: number): string =>
  withSign(
    numberFormat(locale(), {
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: 3,
    }).format(value),
  )

const withSign = (shown: string): string =>
  SIGN_BEHIND.has(currentLanguage()) ? `${shown}${NARROW}€` : `€${NARROW}${shown}`

/** 1:05 for 65 minutes. */
export function hoursMinutes(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** A change, always with its sign. */
export const signed = (value: number, say: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}${say(Math.abs(value))}`

/** Nothing for what is no time, such as a date that is still being typed. */
function written(
  time: string | number,
  options: Intl.DateTimeFormatOptions,
  as = locale(),
): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : dateFormat(as, { timeZone, ...options }).format(date)
}

/** 09:12 */
export const clock = (time: string | number): string =>
  written(time, { hour: '2-digit', minute: '2-digit' })

/** Mon 23 Nov, 09:12 */
export const moment = (time: string | number): string =>
  written(time, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })

const WHOLE_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const

/** A local date `YYYY-MM-DD` in words: Monday 23 November. */
export const dayName = (date: string): string => capital(dayWithin(date))

/** The same within a sentence, where Dutch and French write days small. */
export const dayWithin = (date: string): string =>
  written(`${date}T12:00:00Z`, { ...WHOLE_DAY, timeZone: 'UTC' })

/** 23 Nov 2026 */
export const day = (time: string | number): string =>
  written(time, { day: 'numeric', month: 'short', year: 'numeric' })

/** @param weekday 1 Monday … 7 Sunday */
export const weekdayName = (weekday: number): string =>
  capital(written(Date.UTC(2024, 0, weekday), { weekday: 'long', timeZone: 'UTC' }))

/** The service's local date of an instant, `YYYY-MM-DD`. */
export const dateOf = (time: string | number): string => written(time, {}, 'sv-SE')

/** The last second of the service's local date, RFC 3339. */
export function endOfDay(date: string): string {
  const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
  return new Date(midnight(next) - 1000).toISOString()
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)

/** Below an axis of time: 14:00 between days, 16 Nov where one begins. @param stepS seconds between two */
export function axisTime(time: number, stepS: number): string {
  const isDay = stepS >= 86_400 || time === midnight(dateOf(time))
  return isDay ? shortDay(time) : clock(time)
}

/** 16 Nov */
export const shortDay = (time: string | number): string =>
  written(time, { day: 'numeric', month: 'short' })

/** Monday 23 November, of an instant and within a sentence. */
export const dayOf = (time: string | number): string => written(time, WHOLE_DAY)

/** UTC ms at which a local date `YYYY-MM-DD` begins. */
export const midnight = (date: string): number => instantOf(date, '00:00', zone())

/** Before the service has said its zone, the browser's. */
const zone = (): string => timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
