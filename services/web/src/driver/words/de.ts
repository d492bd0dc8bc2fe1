export const driver = {
  title: 'Sammeltour',
}
