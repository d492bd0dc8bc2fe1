export const desk = {
  title: 'Vandaag',
}
