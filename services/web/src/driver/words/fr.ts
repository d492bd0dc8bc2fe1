export const driver = {
  title: 'Tournée de collecte',
}
