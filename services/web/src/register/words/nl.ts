export const register = {
  title: 'Vloot',
}
