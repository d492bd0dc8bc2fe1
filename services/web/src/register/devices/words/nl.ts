export const devices = {
  tieTitle: 'Sensor aan een container koppelen',
  notYours: 'U mag sensoren niet wijzigen. Vraag het aan uw beheerder.',
  code: 'Code van de sensor',
  codeHint: 'Die staat op de sensor. Typ hem, of lees hem met een handscanner of de camera.',
  scan: 'Scannen met de camera',
  scanning: 'Houd de code voor de camera.',
  strangeCode: (text: string) => `Dit is geen code van een sensor: ${text}`,
  noCamera: 'De camera werkt hier niet. Sta de camera toe in de browser of typ de code.',
  cameraPicture: 'Wat de camera ziet',
  container: 'Container',
  findContainer: 'Zoek de container op naam, code of gemeente',
  fitting: (n: number) => (n === 0 ? 'Geen gevonden.' : `${n} gevonden.`),
  willMove: (from: string) => `Deze sensor zit nu in ${from}. Hij verhuist.`,
  willReplace: (other: string) => `Daar zit nu sensor ${other}. Die wordt eruit gehaald.`,
  wasRetired: 'Deze sensor is voorgoed buiten gebruik gesteld. Neem een andere.',
  sinceEarlier: 'Zit hij er al langer?',
  sinceDay: 'Daar sinds',
  sinceHint:
    'Vanaf deze dag horen de metingen bij de container. Laat het leeg als u hem er net in hebt gezet.',
  laterKnown:
    'Niet opgeslagen: voor een latere dag is al bekend waar deze sensor zat, of wat in deze container zat. Kies een latere dag.',
  tie: 'Koppelen',
  tieIt: 'Aan een container koppelen',
  tied: (code: string, name: string) => `${code} zit nu in ${name}.`,
  emptyNow:
    'Is de container nu leeg? Zeg dat dan op zijn pagina: zo leert de sensor hoe diep hij is.',
  toContainer: 'Naar de container',
  tieAnother: 'Nog een koppelen',
  secretOnce: 'Zet dit nu in de sensor. De geheime code wordt maar één keer getoond.',
  userName: 'Gebruikersnaam',
  secret: 'Geheime code',
  copy: 'Geheime code kopiëren',
  search: 'Zoek op code of container',
  count: (n: number, shown: string) =>
    n === 0
      ? 'Niets gevonden. Pas de zoekterm of het filter aan.'
      : n === 1
        ? '1 sensor'
        : `${shown} sensoren`,
  noneYet:
    'Er zijn nog geen sensoren. Zonder sensor worden containers op hun gewone tijden bezocht.',
  heard: {
    silent: 'stil',
    waiting: 'nog geen meting',
    fine: 'meet',
    loose: 'in geen container',
    retired: 'buiten gebruik',
  },
  strangers: (n: number) =>
    n === 1
      ? '1 sensor stuurt metingen, maar zit nergens'
      : `${n} sensoren sturen metingen, maar zitten nergens`,
  strangersLead: 'Zeg in welke container elk ervan zit. Vanaf dan tellen de metingen.',
  heardAt: (when: string) => `laatst gehoord ${when}`,
  sitsIn: 'Hij zit in',
  saidNothing: 'Hij heeft nog niets over zichzelf laten weten.',
  lastSaid: (when: string, online: boolean, firmware: string | null) =>
    `${online ? 'Aangemeld' : 'Afgemeld'} sinds ${when}${firmware === null ? '' : `, software ${firmware}`}.`,
  history: 'Waar hij zat',
  since: (from: string) => `sinds ${from}`,
  during: (from: string, to: string) => `${from} tot ${to}`,
  move: 'Naar een andere container',
  actions: {
    out: 'Uit de container halen',
    secret: 'Nieuwe geheime code maken',
    retire: 'Buiten gebruik stellen',
  },
  consequences: {
    out: 'Zijn metingen horen vanaf nu bij geen container. Wat gemeten is, blijft.',
    secret: 'De oude geheime code vervalt meteen: de sensor wordt pas weer gehoord met de nieuwe.',
    retire:
      'Hij mag zich niet meer aanmelden en verlaat zijn container. Dit kan niet ongedaan worden gemaakt. Zijn metingen blijven.',
  },
}
