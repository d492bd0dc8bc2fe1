export const register = {
  title: 'Bestand',
}
