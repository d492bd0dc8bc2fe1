export const desk = {
  title: 'Aujourd’hui',
}
