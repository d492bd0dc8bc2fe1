import type { Language, LeftOutCode } from '@bakwacht/domain'

/** The table's own words; the reasons' sentences come from the domain. */
export interface TableWords {
  readonly tag: string
  readonly runs: (count: number) => string
  readonly bins: (count: number) => string
  readonly euro: (amount: string) => string
  readonly noRuns: string
  readonly pauseUntil: (clock: string) => string
  readonly leftOut: string
  readonly forExample: string
  readonly reasons: Readonly<Record<LeftOutCode, string>>
}

export const wordsIn: Readonly<Record<Language, TableWords>> = {
  en: {
    tag: 'en-GB',
    runs: (n) => (n === 1 ? '1 run' : `${n} runs`),
    bins: (n) => (n === 1 ? '1 bin' : `${n} bins`),
    euro: (amount) => `€ ${amount}`,
    noRuns: 'No bin needs a visit.',
    pauseUntil: (clock) => `break until ${clock}`,
    leftOut: 'Left out',
    forExample: 'for example',
    reasons: {
      not_full: 'not full',
      not_worth_detour: 'not worth the detour',
      no_capacity: 'no vehicle has room or time left',
      no_access: 'cannot be reached',
      retired: 'no longer in use',
      already_planned: 'in a run already',
      emptied_recently: 'emptied recently',
      dropped_by_planner: 'taken out by a planner',
    },
  },
  nl: {
    tag: 'nl-BE',
    runs: (n) => (n === 1 ? '1 inzamelronde' : `${n} inzamelrondes`),
    bins: (n) => (n === 1 ? '1 container' : `${n} containers`),
    euro: (amount) => `€ ${amount}`,
    noRuns: 'Geen enkele container heeft een bezoek nodig.',
    pauseUntil: (clock) => `pauze tot ${clock}`,
    leftOut: 'Overgeslagen',
    forExample: 'bijvoorbeeld',
    reasons: {
      not_full: 'niet vol',
      not_worth_detour: 'de omweg niet waard',
      no_capacity: 'geen voertuig heeft nog plaats of tijd',
      no_access: 'niet bereikbaar',
      retired: 'niet meer in gebruik',
      already_planned: 'al in een inzamelronde',
      emptied_recently: 'pas geleegd',
      dropped_by_planner: 'door een planner uit de ronde gehaald',
    },
  },
  fr: {
    tag: 'fr-BE',
    runs: (n) => (n === 1 ? '1 tournée' : `${n} tournées`),
    bins: (n) => (n === 1 ? '1 conteneur' : `${n} conteneurs`),
    euro: (amount) => `${amount} €`,
    noRuns: 'Aucun conteneur n’a besoin d’une visite.',
    pauseUntil: (clock) => `pause jusqu’à ${clock}`,
    leftOut: 'Non retenus',
    forExample: 'par exemple',
    reasons: {
      not_full: 'pas plein',
      not_worth_detour: 'ne vaut pas le détour',
      no_capacity: 'aucun véhicule n’a encore de place ou de temps',
      no_access: 'pas accessible',
      retired: 'plus en service',
      already_planned: 'déjà dans une tournée',
      emptied_recently: 'vidé récemment',
      dropped_by_planner: 'retiré par un planificateur',
    },
  },
  de: {
    tag: 'de-DE',
    runs: (n) => (n === 1 ? '1 Sammeltour' : `${n} Sammeltouren`),
    bins: (n) => `${n} Altkleidercontainer`,
    euro: (amount) => `${amount} €`,
    noRuns: 'Kein Altkleidercontainer braucht einen Besuch.',
    pauseUntil: (clock) => `Pause bis ${clock}`,
    leftOut: 'Ausgelassen',
    forExample: 'zum Beispiel',
    reasons: {
      not_full: 'nicht voll',
      not_worth_detour: 'den Umweg nicht wert',
      no_capacity: 'kein Fahrzeug hat noch Platz oder Zeit',
      no_access: 'nicht erreichbar',
      retired: 'nicht mehr in Betrieb',
      already_planned: 'schon in einer Sammeltour',
      emptied_recently: 'vor kurzem geleert',
      dropped_by_planner: 'von der Disposition herausgenommen',
    },
  },
}
