export const firstRun = {
  title: 'Trois étapes jusqu’à votre première tournée',
  lead: 'Il vous faut un dépôt, un véhicule et des conteneurs. Ce que vous enregistrez reste ; vous pouvez vous arrêter et continuer plus tard.',
  notYours:
    'Rien n’est encore réglé ici, et vous ne pouvez pas le faire. Demandez à votre administrateur.',
  progress: (step: number, of: number) => `Étape ${step} sur ${of}`,
  allDone: 'Toutes les étapes sont faites.',
  done: 'fait',
  depot: 'Votre dépôt',
  depotWhy: 'Où vos véhicules partent et déchargent.',
  vehicle: 'Votre premier véhicule',
  vehicleWhy: 'Ce qu’il porte décide du nombre de conteneurs par tournée.',
  containers: 'Vos conteneurs',
  containersWhy: 'Ce qu’il faut vider.',
  importAll: 'Les reprendre d’un fichier (CSV d’Excel, ou GeoJSON)',
  orOne: 'Ou ajoutez le premier ici :',
  bins: (n: number, shown: string) => (n === 1 ? '1 conteneur' : `${shown} conteneurs`),
  moreBins: 'Ajouter d’autres conteneurs',
  next: 'Et maintenant',
  nextPlan:
    'Vous pouvez planifier. Sans capteur, un conteneur est visité quand son délai habituel est passé.',
  nextSensors:
    'Avec un capteur dans un conteneur, vous voyez son remplissage, et il est vidé quand cela vaut la peine.',
  toDesk: 'Vers la page du jour',
  addSensor: 'Ajouter un capteur',
  demo: 'Vous voulez seulement regarder ?',
  demoHow:
    'La démo est un système à part, avec soixante conteneurs inventés et deux semaines de mesures. Rien ne change ici. Qui a installé ceci la démarre avec :',
}
