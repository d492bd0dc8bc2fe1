export const map = {
  title: 'Karte',
  zoomIn: 'Näher heran',
  zoomOut: 'Weiter weg',
  showAll: 'Alles zeigen',
  cannotDraw:
    'Dieser Browser kann die Karte nicht zeichnen. Alles, was sie zeigt, steht auch in der Liste.',
}
