import { access } from './fr-access.ts'
import { calendar } from './fr-calendar.ts'
import { fields } from './fr-fields.ts'
import { trial } from './fr-trial.ts'

export const settings = {
  title: 'Réglages',
  parts: 'Parties des réglages',
  rules: 'Règles',
  intro:
    'Ces chiffres décident quels conteneurs sont collectés. Au départ, ils conviennent le plus souvent ; ne changez que ce que vous savez mieux.',
  search: 'Trouver un réglage',
  noneFound: 'Aucun réglage ne contient ces mots. Essayez-en d’autres.',
  onlyPlanners: 'Vous pouvez lire les réglages. Seul un planificateur peut les changer.',
  advanced: (n: number) =>
    n === 1 ? '1 réglage rarement changé' : `${n} réglages rarement changés`,
  default: (value: string) => `D’habitude : ${value}.`,
  toDefault: (value: string) => `Revenir à ${value}`,
  changed: 'changé',
  unsaved: 'pas encore enregistré',
  waiting: (n: number) =>
    n === 1 ? '1 changement pas encore enregistré' : `${n} changements pas encore enregistrés`,
  try: 'Qu’est-ce que cela changerait ?',
  discard: 'Abandonner',
  othersSaved:
    'Quelqu’un d’autre a enregistré des réglages entre-temps. Rien de ce que vous avez changé n’est perdu. Regardez ceci, puis enregistrez de nouveau :',
  theirs: (name: string, value: string) => `${name} : maintenant ${value}`,
  yours: (value: string) => `chez vous ${value}`,
  groups: {
    full: 'Quand un conteneur est plein',
    damp: 'Humidité',
    money: 'Argent',
    planning: 'Planification',
    sensors: 'Capteurs',
    fire: 'Feu',
  },
  units: {
    pct: '%',
    pctDay: '% par jour',
    points: 'points',
    hours: 'heures',
    days: 'jours',
    runDays: 'jours de tournée',
    minutes: 'minutes',
    seconds: 'secondes',
    km: 'km',
    bins: 'conteneurs',
    messages: 'messages',
    kg: 'kg',
    kgL: 'kg par litre',
    gM3: 'g par m³',
    risk: 'sur 6',
    factor: 'sur 1',
    euro: '€',
    euroKg: '€ par kg',
    euroHour: '€ par heure',
    volt: 'V',
    degrees: '°',
    celsius: '°C',
    celsiusHour: '°C par heure',
  },
  mould: {
    very_sensitive: 'très facilement',
    sensitive: 'facilement',
    medium_resistant: 'moins facilement',
    resistant: 'à peine',
  },
  watch: {
    humidity: 'Humidité d’au moins',
    hours: 'Pendant',
    add: 'Ajouter un palier',
    remove: (step: string) => `Supprimer ${step}`,
    step: (humidity: string, hours: string) => `${humidity} pendant ${hours}`,
  },
  fields,
  trial,
  calendar,
  access,
}
