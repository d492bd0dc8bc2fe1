export const register = {
  title: 'Parc',
}
