import type { Explained } from './explained.ts'

export const fr: Explained = {
  statements: {
    retired: 'Ce conteneur à textiles n’est plus en service.',
    unknown: 'On n’en sait encore rien.',
    level:
      'Rempli à {pct:pct}[, à {sd_pct:n} points près], mesuré le {at:at}[ : {distance_mm:n} mm du capteur aux textiles].',
    estimate:
      'Rempli à environ {pct:pct}[, à {sd_pct:n} points près], estimation[ : {because}][ ; calculé à partir de {from_pct:pct} le {since_at:at}].',
    rate: 'Il se remplit d’environ {rate_pct_per_day:n1} points par jour.',
    full_at:
      'Probablement plein le {full_at:day}[, au plus tôt le {early_at:day}][ et au plus tard le {late_at:day}].',
    full_far: 'Il ne devrait pas être plein d’ici {days:n} jours.',
    overflow:
      'Il déborde avec {probability:chance} de chances avant la prochaine visite possible, le {next_visit_at:day}.',
    'overflow.hardly':
      'Il ne déborde presque sûrement pas avant la prochaine visite possible, le {next_visit_at:day} : moins de 1 % de chances.',
    emptied:
      'Vidé le {at:at}[ ; il était rempli à {before_pct:pct}][, il restait {after_pct:pct}][ ; su par {by}][, certain à {confidence:chance}].',
    'emptied.partly':
      'Vidé en partie le {at:at}[ ; il était rempli à {before_pct:pct}][, il restait {after_pct:pct}][ ; su par {by}][, certain à {confidence:chance}].',
    never_emptied: 'Aucun vidage connu depuis son enregistrement le {since_at:day}.',
    weight:
      'Environ {kg:n} kg à l’intérieur, à {kg_sd:n} kg près : {density_kg_per_l:n2} kg par litre, {learnt_from}[ ({loads:n})].',
    at_stake:
      'L’humidité menace {kg:n} kg[, exposés depuis {hours:n} heures][ ; perte attendue d’environ {risk_eur:eur} €].',
    visit: 'Dans une tournée de collecte ({status}) : visite le {arrival_at:at}.',
    left_out: 'Laissé de côté par les tournées de collecte du {date:day}.',
    would: 'Planifié maintenant pour le {date:day} :',
    'would.must': 'Planifié maintenant pour le {date:day}, il doit être visité.',
    'would.may': 'Planifié maintenant pour le {date:day}, il peut être pris en passant.',
    'would.not': 'Planifié maintenant pour le {date:day}, il serait laissé de côté.',
  },
  doubts: {
    no_echo: 'pas d’écho',
    distance_impossible: 'une distance impossible',
    fill_impossible: 'un taux de remplissage impossible',
    late: 'arrivée trop tard pour compter',
    no_level: 'n’a pas mesuré le remplissage',
    unconfirmed: 'crue seulement si les mesures suivantes la confirment',
  },
  words: {
    no_sensor: 'il n’y a pas de capteur',
    silent: 'le capteur est muet',
    no_echo: 'le capteur ne reçoit pas d’écho',
    contradictory: 'les mesures se contredisent',
    stuck: 'le capteur est bloqué',
    noisy: 'le capteur est agité',
    impossible: 'le capteur envoie des valeurs impossibles',
    moved: 'le capteur a bougé',
    drifting: 'le capteur dérive',
    driver: 'le chauffeur',
    signal: 'le capteur',
    both: 'le chauffeur et le capteur',
    own_loads: 'appris de ses propres charges pesées',
    fleet_loads: 'appris des charges pesées de tous les conteneurs',
    setting: 'selon les réglages, rien n’a encore été pesé',
    draft: 'pas encore approuvée',
    approved: 'approuvée',
    started: 'en route',
    done: 'terminée',
  },
}
