export const devices = {
  tieTitle: 'Sensor einem Container zuordnen',
  notYours: 'Sie dürfen Sensoren nicht ändern. Fragen Sie Ihre Verwaltung.',
  code: 'Code des Sensors',
  codeHint:
    'Er steht auf dem Sensor. Tippen Sie ihn ein oder lesen Sie ihn mit Handscanner oder Kamera.',
  scan: 'Mit der Kamera scannen',
  scanning: 'Halten Sie den Code vor die Kamera.',
  strangeCode: (text: string) => `Das ist kein Code eines Sensors: ${text}`,
  noCamera: 'Die Kamera geht hier nicht. Erlauben Sie sie im Browser oder tippen Sie den Code ein.',
  cameraPicture: 'Was die Kamera sieht',
  container: 'Container',
  findContainer: 'Container nach Name, Code oder Gemeinde finden',
  fitting: (n: number) => (n === 0 ? 'Keiner passt.' : n === 1 ? '1 passt.' : `${n} passen.`),
  willMove: (from: string) => `Dieser Sensor sitzt jetzt in ${from}. Er zieht um.`,
  willReplace: (other: string) => `Dort sitzt jetzt der Sensor ${other}. Er wird herausgenommen.`,
  wasRetired: 'Dieser Sensor ist endgültig außer Betrieb. Nehmen Sie einen anderen.',
  sinceEarlier: 'Sitzt er schon länger dort?',
  sinceDay: 'Dort seit',
  sinceHint:
    'Ab diesem Tag gehören seine Messungen zum Container. Lassen Sie es leer, wenn Sie ihn gerade eingesetzt haben.',
  laterKnown:
    'Nicht gespeichert: Für einen späteren Tag ist schon bekannt, wo dieser Sensor saß oder was in diesem Container saß. Wählen Sie einen späteren Tag.',
  tie: 'Zuordnen',
  tieIt: 'Einem Container zuordnen',
  tied: (code: string, name: string) => `${code} sitzt jetzt in ${name}.`,
  emptyNow:
    'Ist der Container gerade leer? Dann sagen Sie es auf seiner Seite: So lernt der Sensor, wie tief er ist.',
  toContainer: 'Zum Container',
  tieAnother: 'Noch einen zuordnen',
  secretOnce:
    'Tragen Sie das jetzt in den Sensor ein. Der Geheimcode wird nur dieses eine Mal gezeigt.',
  userName: 'Benutzername',
  secret: 'Geheimcode',
  copy: 'Geheimcode kopieren',
  search: 'Nach Code oder Container suchen',
  count: (n: number, shown: string) =>
    n === 0
      ? 'Nichts gefunden. Ändern Sie die Suche oder den Filter.'
      : n === 1
        ? '1 Sensor'
        : `${shown} Sensoren`,
  noneYet:
    'Es gibt noch keine Sensoren. Ohne sie werden Container zu ihren üblichen Zeiten besucht.',
  heard: {
    silent: 'stumm',
    waiting: 'noch keine Messung',
    fine: 'misst',
    loose: 'in keinem Container',
    retired: 'außer Betrieb',
  },
  strangers: (n: number) =>
    n === 1
      ? '1 Sensor sendet Messungen, sitzt aber nirgends'
      : `${n} Sensoren senden Messungen, sitzen aber nirgends`,
  strangersLead: 'Sagen Sie, in welchem Container jeder ist. Ab dann zählen seine Messungen.',
  heardAt: (when: string) => `zuletzt gehört ${when}`,
  sitsIn: 'Er sitzt in',
  saidNothing: 'Er hat noch nichts von sich hören lassen.',
  lastSaid: (when: string, online: boolean, firmware: string | null) =>
    `${online ? 'Angemeldet' : 'Abgemeldet'} seit ${when}${firmware === null ? '' : `, Software ${firmware}`}.`,
  history: 'Wo er saß',
  since: (from: string) => `seit ${from}`,
  during: (from: string, to: string) => `${from} bis ${to}`,
  move: 'In einen anderen Container',
  actions: {
    out: 'Aus dem Container nehmen',
    secret: 'Neuen Geheimcode erzeugen',
    retire: 'Außer Betrieb nehmen',
  },
  consequences: {
    out: 'Seine Messungen gehören ab jetzt zu keinem Container. Was gemessen ist, bleibt.',
    secret:
      'Der alte Geheimcode gilt sofort nicht mehr: Der Sensor wird erst mit dem neuen wieder gehört.',
    retire:
      'Er darf sich nicht mehr anmelden und verlässt seinen Container. Das lässt sich nicht rückgängig machen. Seine Messungen bleiben.',
  },
}
