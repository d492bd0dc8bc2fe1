export const map = {
  title: 'Carte',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  showAll: 'Tout afficher',
  cannotDraw:
    'Ce navigateur ne peut pas afficher la carte. Tout ce qu’elle montre est aussi dans la liste.',
}
