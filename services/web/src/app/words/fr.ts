export const shell = {
  pages: 'Pages',
  skip: 'Vers le contenu',
  today: 'Aujourd’hui',
  toToday: 'Vers le plan du jour',
  register: 'Parc',
  settings: 'Réglages',
  language: 'Langue',
  live: 'en direct',
  notLive: (since: string) =>
    `Pas de connexion depuis ${since}. Ce que vous voyez n’est peut-être plus à jour.`,
  loading: 'Un instant …',
  failed: 'Le serveur ne répond pas. Nouvel essai toutes les quelques secondes.',
  noPage: 'Cette page n’existe pas.',
  token: 'Votre code d’accès',
  tokenHint: 'Votre administrateur vous l’a donné.',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  wrongToken: 'Ce code est inconnu ou expiré.',
  notReached: 'Le serveur ne répond pas. Réessayez dans un instant.',
  driversOnly:
    'Les chauffeurs n’ont pas à se connecter ici. Ouvrez le lien vers votre tournée, envoyé par le planificateur.',
  broken: 'Un problème est survenu sur cette page',
  brokenAbout:
    'C’est notre faute, pas la vôtre. Ce qui est enregistré est en sécurité. Recharger la page suffit le plus souvent.',
  partMissing: 'Cette page n’a pas pu être chargée',
  partMissingAbout:
    'Il n’y a pas de connexion, ou Bakwacht vient d’être mis à jour. Rechargez la page.',
  reload: 'Recharger',
}
