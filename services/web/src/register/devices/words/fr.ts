export const devices = {
  tieTitle: 'Associer un capteur à un conteneur',
  notYours: 'Vous ne pouvez pas modifier les capteurs. Demandez à votre administrateur.',
  code: 'Code du capteur',
  codeHint: 'Il est écrit sur le capteur. Tapez-le, ou lisez-le avec une douchette ou la caméra.',
  scan: 'Scanner avec la caméra',
  scanning: 'Tenez le code devant la caméra.',
  strangeCode: (text: string) => `Ce n’est pas le code d’un capteur : ${text}`,
  noCamera:
    'La caméra ne peut pas être utilisée. Autorisez-la dans le navigateur ou tapez le code.',
  cameraPicture: 'Ce que voit la caméra',
  container: 'Conteneur',
  findContainer: 'Trouver le conteneur par nom, code ou commune',
  fitting: (n: number) =>
    n === 0 ? 'Aucun ne correspond.' : n === 1 ? '1 correspond.' : `${n} correspondent.`,
  willMove: (from: string) => `Ce capteur est maintenant dans ${from}. Il sera déplacé.`,
  willReplace: (other: string) => `Le capteur ${other} s’y trouve maintenant. Il en sera retiré.`,
  wasRetired: 'Ce capteur a été mis hors service pour de bon. Prenez-en un autre.',
  sinceEarlier: 'Y est-il depuis plus longtemps ?',
  sinceDay: 'Là depuis',
  sinceHint:
    'À partir de ce jour, ses mesures appartiennent au conteneur. Laissez vide si vous venez de le placer.',
  laterKnown:
    'Pas enregistré : pour un jour plus tardif, on sait déjà où était ce capteur, ou ce qui était dans ce conteneur. Choisissez un jour plus tardif.',
  tie: 'Associer',
  tieIt: 'Associer à un conteneur',
  tied: (code: string, name: string) => `${code} est maintenant dans ${name}.`,
  emptyNow:
    'Le conteneur est-il vide en ce moment ? Dites-le sur sa page : le capteur apprend sa profondeur.',
  toContainer: 'Vers le conteneur',
  tieAnother: 'En associer un autre',
  secretOnce: 'Mettez ceci dans le capteur maintenant. Le code secret n’est montré qu’une fois.',
  userName: 'Nom d’utilisateur',
  secret: 'Code secret',
  copy: 'Copier le code secret',
  search: 'Chercher par code ou conteneur',
  count: (n: number, shown: string) =>
    n === 0
      ? 'Rien ne correspond. Changez la recherche ou le filtre.'
      : n === 1
        ? '1 capteur'
        : `${shown} capteurs`,
  noneYet:
    'Il n’y a pas encore de capteurs. Sans eux, les conteneurs sont visités à leur rythme habituel.',
  heard: {
    silent: 'silencieux',
    waiting: 'pas encore de mesure',
    fine: 'entendu',
    loose: 'dans aucun conteneur',
    retired: 'hors service',
  },
  strangers: (n: number) =>
    n === 1
      ? '1 capteur envoie des mesures, mais n’est nulle part'
      : `${n} capteurs envoient des mesures, mais ne sont nulle part`,
  strangersLead: 'Dites dans quel conteneur est chacun. Ses mesures comptent à partir de là.',
  heardAt: (when: string) => `entendu la dernière fois ${when}`,
  sitsIn: 'Il est dans',
  saidNothing: 'Il n’a encore rien dit de lui-même.',
  lastSaid: (when: string, online: boolean, firmware: string | null) =>
    `${online ? 'Connecté' : 'Déconnecté'} depuis ${when}${firmware === null ? '' : `, logiciel ${firmware}`}.`,
  history: 'Où il était',
  since: (from: string) => `depuis ${from}`,
  during: (from: string, to: string) => `${from} à ${to}`,
  move: 'Vers un autre conteneur',
  actions: {
    out: 'Le retirer de son conteneur',
    secret: 'Créer un nouveau code secret',
    retire: 'Le mettre hors service',
  },
  consequences: {
    out: 'Ses mesures n’appartiennent plus à aucun conteneur. Ce qui est mesuré reste.',
    secret:
      'L’ancien code secret prend fin tout de suite : le capteur n’est plus entendu avant d’avoir le nouveau.',
    retire:
      'Il ne peut plus se connecter et quitte son conteneur. C’est définitif. Ses mesures restent.',
  },
}
