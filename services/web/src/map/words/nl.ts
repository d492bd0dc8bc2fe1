export const map = {
  title: 'Kaart',
}
