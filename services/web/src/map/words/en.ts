export const map = {
  title: 'Map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  cannotDraw: 'This browser cannot draw the map. The list has everything that the map shows.',
}
