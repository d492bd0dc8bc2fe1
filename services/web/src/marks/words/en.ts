export const marks = {
  must: 'full',
  may: 'soon',
  fine: 'fine',
  damp: 'damp',
  alarm: 'alarm',
  unknown: 'unknown',
  retired: 'retired',
}
