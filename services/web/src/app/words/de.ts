export const shell = {
  pages: 'Seiten',
  skip: 'Zum Inhalt',
  today: 'Heute',
  toToday: 'Zum Plan von heute',
  register: 'Bestand',
  settings: 'Einstellungen',
  language: 'Sprache',
  live: 'live',
  notLive: (since: string) =>
    `Keine Verbindung seit ${since} Uhr. Was Sie sehen, ist vielleicht nicht mehr aktuell.`,
  loading: 'Einen Moment …',
  failed: 'Der Server antwortet nicht. Alle paar Sekunden folgt ein neuer Versuch.',
  noPage: 'Diese Seite gibt es nicht.',
  token: 'Ihr Zugangscode',
  tokenHint: 'Sie haben ihn von Ihrer Verwaltung bekommen.',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  wrongToken: 'Dieser Code ist unbekannt oder abgelaufen.',
  notReached: 'Der Server antwortet nicht. Versuchen Sie es gleich noch einmal.',
  driversOnly:
    'Fahrer müssen sich hier nicht anmelden. Öffnen Sie den Link zu Ihrer Tour, den die Disposition geschickt hat.',
  broken: 'Auf dieser Seite ist etwas schiefgegangen',
  brokenAbout:
    'Das liegt an uns, nicht an Ihnen. Was gespeichert ist, ist sicher. Neu laden hilft meistens.',
  partMissing: 'Diese Seite konnte nicht geladen werden',
  partMissingAbout:
    'Es gibt keine Verbindung, oder Bakwacht wurde gerade aktualisiert. Laden Sie die Seite neu.',
  reload: 'Neu laden',
}
