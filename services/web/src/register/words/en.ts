export const register = {
  title: 'Fleet',
}
