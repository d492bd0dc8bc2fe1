export const driver = {
  title: 'Inzamelronde',
}
