// Numbers and times as people read them, in the page's language and the service's time zone.
import { language } from './words.js'

const LOCALE = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' }[language]
let timeZone

export function useTimeZone(zone) {
  timeZone = zone
}

const number = (value, maximumFractionDigits = 0) =>
  value.toLocaleString(LOCALE, { maximumFractionDigits })

export const euro = (value) =>
  ['fr', 'de'].includes(language) ? `${number(value)} €` : `€ ${number(value)}`
export const kilometres = (metres) => `${number(metres / 1000, metres < 10_000 ? 1 : 0)} km`
export const weight = (kg) => (kg < 1000 ? `${number(kg)} kg` : `${number(kg / 1000, 1)} t`)
export const percent = (pct) => `${number(pct)} %`

export const clock = (time) =>
  new Date(time).toLocaleTimeString(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone })

export const moment = (time) =>
  new Date(time).toLocaleString(LOCALE, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })

/** A local date `YYYY-MM-DD` in words. */
export const dayName = (date) =>
  capital(
    new Date(`${date}T12:00:00Z`).toLocaleDateString(LOCALE, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }),
  )

/** The local date of an instant. */
export const dateOf = (time) => new Date(time).toLocaleDateString('sv-SE', { timeZone })

const capital = (text) => text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1)
