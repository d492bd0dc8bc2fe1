export const container = {
  title: 'Container',
}
