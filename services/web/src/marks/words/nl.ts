export const marks = {
  must: 'vol',
  may: 'binnenkort',
  fine: 'in orde',
  damp: 'vochtig',
  alarm: 'alarm',
  unknown: 'onbekend',
  retired: 'buiten gebruik',
}
