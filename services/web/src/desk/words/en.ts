export const desk = {
  title: 'Today',
}
