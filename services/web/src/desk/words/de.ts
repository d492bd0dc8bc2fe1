export const desk = {
  title: 'Heute',
}
