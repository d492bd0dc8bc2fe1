export const trial = {
  title: 'Ce que cela changerait',
  working:
    'La journée est planifiée deux fois. Cela prend quelques secondes ; si l’humidité, le feu ou les capteurs sont rejugés, peut-être une minute …',
  failed:
    'Le calcul n’a pas pu se faire maintenant. Vos changements sont toujours là ; vous pouvez quand même les enregistrer.',
  sentence: (day: string, changes: string) => `Le plan du ${day} changerait ainsi : ${changes}.`,
  nothing: (day: string) => `Le plan du ${day} resterait le même.`,
  otherBins: 'd’autres conteneurs',
  overflows: (n: string, one: boolean, more: boolean) =>
    `environ ${n} ${one ? 'débordement' : 'débordements'} de ${more ? 'plus' : 'moins'}`,
  bins: (n: string, one: boolean, more: boolean) =>
    `${n} ${one ? 'conteneur' : 'conteneurs'} de ${more ? 'plus' : 'moins'}`,
  how: 'Planifié deux fois d’après ce que disent les conteneurs maintenant, avec le même effort : avant et après votre changement. S’il décide comment les mesures sont jugées, celles des deux dernières semaines sont rejugées. Rien n’est enregistré.',
  notSeen:
    'Ceux-ci agissent sur la recherche elle-même. Deux plans faits avec le même effort ne peuvent pas montrer leur effet :',
  before: 'Avant',
  after: 'Après',
  difference: 'Écart',
  rows: {
    bins: 'Conteneurs',
    runs: 'Tournées',
    distance: 'Trajet',
    hours: 'Temps',
    kg: 'Poids, environ',
    cost: 'Coût',
    overflows: 'Conteneurs non retenus qui risquent de déborder',
  },
  comesIn: (n: number) => (n === 1 ? '1 conteneur s’ajoute' : `${n} conteneurs s’ajoutent`),
  fallsOut: (n: number) =>
    n === 1 ? '1 conteneur n’est plus retenu' : `${n} conteneurs ne sont plus retenus`,
  otherReason: (n: number) =>
    n === 1
      ? '1 conteneur est collecté pour une autre raison'
      : `${n} conteneurs sont collectés pour une autre raison`,
  was: 'Avant :',
  becomes: 'Ensuite :',
}
