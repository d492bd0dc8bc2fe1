export const map = {
  title: 'Kaart',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  showAll: 'Alles tonen',
  cannotDraw: 'Deze browser kan de kaart niet tekenen. Alles van de kaart staat ook in de lijst.',
}
