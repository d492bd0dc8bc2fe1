export const marks = {
  must: 'voll',
  may: 'bald',
  fine: 'in Ordnung',
  damp: 'feucht',
  alarm: 'Alarm',
  unknown: 'unbekannt',
  retired: 'außer Betrieb',
}
