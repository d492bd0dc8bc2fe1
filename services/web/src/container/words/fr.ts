export const container = {
  title: 'Conteneur',
}
