export const marks = {
  must: 'plein',
  may: 'bientôt',
  fine: 'en ordre',
  damp: 'humide',
  alarm: 'alarme',
  unknown: 'inconnu',
  retired: 'hors service',
}
