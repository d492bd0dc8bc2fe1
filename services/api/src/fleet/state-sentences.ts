// What is known of a container, as a person would say it. Alerts have sentences of their own (domain);
// these say the rest: how full, since when, and what cannot be known.
import {
  type Alert,
  alertText,
  type Container,
  type ContainerState,
  momentText,
} from '@bakwacht/domain'
import type { Reader } from '../server/language.ts'

export function stateSentences(
  container: Pick<Container, 'active'>,
  state: ContainerState | undefined,
  alerts: readonly Alert[],
  reader: Reader,
): string[] {
  const words = WORDS[reader.language]
  if (!container.active) return [words.retired]
  const time = (at: number) => momentText(at, reader.language, reader.timezone)
  const known = state === undefined ? [words.nothing] : sentencesOf(state, words, time)
  return [...alerts.map((alert) => alertText(alert, reader.language, reader)), ...known]
}

function sentencesOf(
  { fill, lastReadingAt, lastEmptiedAt }: ContainerState,
  words: Words,
  time: (at: number) => string,
): string[] {
  // An estimate of inflow goes on beyond full; a bin does not.
  const level = Math.min(Math.round(fill.pct), 100)
  return [
    fill.source === 'sensor' ? words.measured(level, time(fill.at)) : words.estimated(level),
    ...(fill.fullAt === null ? [] : [words.fullAt(time(fill.fullAt))]),
    lastReadingAt === null ? words.noReading : words.lastReading(time(lastReadingAt)),
    ...(lastEmptiedAt === null ? [] : [words.emptied(time(lastEmptiedAt))]),
  ]
}

interface Words {
  readonly retired: string
  readonly nothing: string
  readonly noReading: string
  readonly measured: (pct: number, at: string) => string
  readonly estimated: (pct: number) => string
  readonly fullAt: (at: string) => string
  readonly lastReading: (at: string) => string
  readonly emptied: (at: string) => string
}

const WORDS: Readonly<Record<Reader['language'], Words>> = {
  en: {
    retired: 'This container is no longer in use.',
    nothing: 'Nothing is known yet.',
    noReading: 'No reading yet.',
    measured: (pct, at) => `${pct} % full on ${at}.`,
    estimated: (pct) => `About ${pct} % full, estimated: there is no trustworthy reading.`,
    fullAt: (at) => `About ${at} it will be full.`,
    lastReading: (at) => `Last reading: ${at}.`,
    emptied: (at) => `Last emptied: ${at}.`,
  },
  nl: {
    retired: 'Deze textielcontainer is niet meer in gebruik.',
    nothing: 'Er is nog niets bekend.',
    noReading: 'Nog geen meting.',
    measured: (pct, at) => `${pct} % vol op ${at}.`,
    estimated: (pct) => `Ongeveer ${pct} % vol, geschat: er is geen betrouwbare meting.`,
    fullAt: (at) => `Omstreeks ${at} is hij vol.`,
    lastReading: (at) => `Laatste meting: ${at}.`,
    emptied: (at) => `Laatst geleegd: ${at}.`,
  },
  fr: {
    retired: 'Ce conteneur n’est plus en service.',
    nothing: 'On ne sait encore rien.',
    noReading: 'Pas encore de mesure.',
    measured: (pct, at) => `Rempli à ${pct} % le ${at}.`,
    estimated: (pct) => `Rempli à environ ${pct} %, estimation : il n’y a pas de mesure fiable.`,
    fullAt: (at) => `Il sera plein vers ${at}.`,
    lastReading: (at) => `Dernière mesure : ${at}.`,
    emptied: (at) => `Dernier vidage : ${at}.`,
  },
  de: {
    retired: 'Dieser Altkleidercontainer ist nicht mehr in Betrieb.',
    nothing: 'Noch ist nichts bekannt.',
    noReading: 'Noch keine Messung.',
    measured: (pct, at) => `${pct} % voll (${at}).`,
    estimated: (pct) => `Etwa ${pct} % voll, geschätzt: es gibt keine verlässliche Messung.`,
    fullAt: (at) => `Voll etwa: ${at}.`,
    lastReading: (at) => `Letzte Messung: ${at}.`,
    emptied: (at) => `Zuletzt geleert: ${at}.`,
  },
}
