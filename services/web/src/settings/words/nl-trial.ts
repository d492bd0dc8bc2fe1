export const trial = {
  title: 'Wat dit zou veranderen',
  working:
    'De dag wordt twee keer gepland. Dat duurt een paar seconden; waar vocht, brand of sensoren opnieuw worden beoordeeld, misschien een minuut …',
  failed: 'Dit kon nu niet worden berekend. Uw wijzigingen staan er nog; u kunt ze toch opslaan.',
  sentence: (day: string, changes: string) => `Het plan van ${day} zou zo veranderen: ${changes}.`,
  nothing: (day: string) => `Het plan van ${day} zou hetzelfde blijven.`,
  otherBins: 'andere containers',
  overflows: (n: string, _one: boolean, more: boolean) =>
    `ongeveer ${n} keer ${more ? 'vaker' : 'minder'} overlopen`,
  bins: (n: string, one: boolean, more: boolean) =>
    `${n} ${one ? 'container' : 'containers'} ${more ? 'meer' : 'minder'}`,
  how: 'Twee keer gepland met wat de containers nu melden, met evenveel moeite: vóór en na uw wijziging. Bepaalt die hoe metingen worden beoordeeld, dan worden die van de laatste twee weken opnieuw beoordeeld. Er wordt niets opgeslagen.',
  notSeen:
    'Deze werken op het zoeken zelf. Twee plannen met evenveel moeite kunnen het effect niet tonen:',
  before: 'Nu',
  after: 'Hiermee',
  difference: 'Verschil',
  rows: {
    bins: 'Containers',
    runs: 'Rondes',
    distance: 'Afstand',
    hours: 'Tijd',
    kg: 'Gewicht, ongeveer',
    cost: 'Kosten',
    overflows: 'Overgeslagen containers die kunnen overlopen',
  },
  comesIn: (n: number) => (n === 1 ? '1 container komt erbij' : `${n} containers komen erbij`),
  fallsOut: (n: number) => (n === 1 ? '1 container valt weg' : `${n} containers vallen weg`),
  otherReason: (n: number) =>
    n === 1
      ? '1 container wordt om een andere reden opgehaald'
      : `${n} containers worden om een andere reden opgehaald`,
  was: 'Eerst:',
  becomes: 'Dan:',
}
