import type { Refusals } from './refusal-text.ts'

export const fr: Refusals = {
  unauthorized: 'Vous êtes déconnecté. Connectez-vous à nouveau.',
  invalid_token: 'Ce code ou ce lien est inconnu ou n’est plus valable.',
  forbidden: 'Vous ne pouvez pas faire cela. Demandez à votre administrateur.',
  not_found: 'Ceci n’existe plus. Rechargez la page.',
  conflict: 'C’est impossible pour le moment. Rechargez la page pour voir où en sont les choses.',
  already_exists: 'Ce code existe déjà. Choisissez-en un autre.',
  version_conflict: 'Quelqu’un d’autre a modifié ceci entre-temps. Rechargez la page.',
  precondition_failed: 'Quelqu’un d’autre a modifié ceci entre-temps. Rechargez la page.',
  run_over: 'Cette tournée est finie.',
  too_large: 'C’est trop à la fois. Envoyez-le en plusieurs parties.',
  malformed_body: 'Ceci n’a pas pu être lu. Le fichier est-il complet ?',
  invalid_body: 'Quelque chose n’est pas juste.',
  unknown_reference: 'Il y a ici quelque chose qui n’existe plus. Rechargez la page.',
  import_rejected: 'Rien n’a été importé : certaines lignes ne sont pas justes.',
  plan_failed: 'Le plan n’a pas pu être fait.',
  too_many: 'Ce calcul est déjà en cours, pour d’autres aussi. Réessayez dans un instant.',
  unavailable: 'Le service ne peut pas répondre maintenant. Réessayez dans un instant.',
  internal:
    'Quelque chose a échoué ici. Réessayez ; si cela dure, dites-le à votre administrateur.',
  time_ahead: 'Cette heure est dans le futur. L’horloge de cet appareil est-elle juste ?',
  date_past: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
  run_closed: 'Cette tournée est terminée ou annulée : un lien n’est plus nécessaire.',
  run_not_driven: 'Cette tournée n’est pas approuvée, ou elle est annulée.',
  bin_retired: 'Ce conteneur est hors service.',
  place_in_use:
    'Ceci est encore utilisé. Donnez d’abord un autre lieu aux véhicules et aux conteneurs ; les tournées approuvées doivent être faites.',
  tied_later:
    'Ce capteur ou ce conteneur est associé autrement à partir d’un moment ultérieur. Choisissez un moment plus tardif.',
}
