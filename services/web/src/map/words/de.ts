export const map = {
  title: 'Karte',
}
