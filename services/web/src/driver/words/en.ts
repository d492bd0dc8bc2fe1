export const driver = {
  title: 'Collection run',
}
