export const trial = {
  title: 'Was das ändern würde',
  working:
    'Der Tag wird zweimal geplant. Das dauert ein paar Sekunden; wo Feuchte, Feuer oder Sensoren neu beurteilt werden, vielleicht eine Minute …',
  failed:
    'Das ließ sich gerade nicht berechnen. Ihre Änderungen sind noch da; Sie können sie trotzdem speichern.',
  sentence: (day: string, changes: string) =>
    `Der Plan vom ${day} würde sich so ändern: ${changes}.`,
  nothing: (day: string) => `Der Plan vom ${day} würde gleich bleiben.`,
  otherBins: 'andere Container',
  overflows: (n: string, _one: boolean, more: boolean) =>
    `etwa ${n}-mal ${more ? 'öfter' : 'seltener'} Überlaufen`,
  bins: (n: string, _one: boolean, more: boolean) => `${n} Container ${more ? 'mehr' : 'weniger'}`,
  how: 'Zweimal geplant mit dem, was die Container jetzt melden, mit gleichem Aufwand: vor und nach Ihrer Änderung. Bestimmt sie, wie Messungen beurteilt werden, so werden die der letzten zwei Wochen neu beurteilt. Nichts wird gespeichert.',
  notSeen:
    'Diese wirken auf die Suche selbst. Zwei Pläne mit gleichem Aufwand können ihre Wirkung nicht zeigen:',
  before: 'Jetzt',
  after: 'Damit',
  difference: 'Differenz',
  rows: {
    bins: 'Container',
    runs: 'Touren',
    distance: 'Strecke',
    hours: 'Zeit',
    kg: 'Gewicht, etwa',
    cost: 'Kosten',
    overflows: 'Ausgelassene Container, die überlaufen können',
  },
  comesIn: (n: number) => (n === 1 ? '1 Container kommt dazu' : `${n} Container kommen dazu`),
  fallsOut: (n: number) => (n === 1 ? '1 Container fällt weg' : `${n} Container fallen weg`),
  otherReason: (n: number) =>
    n === 1
      ? '1 Container wird aus einem anderen Grund geholt'
      : `${n} Container werden aus einem anderen Grund geholt`,
  was: 'Vorher:',
  becomes: 'Dann:',
}
