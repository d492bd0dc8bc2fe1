export const marks = {
  must: 'plein',
  may: 'bientôt',
  fine: 'bon',
  damp: 'humide',
  alarm: 'alarme',
  unknown: 'inconnu',
  retired: 'hors service',
}
