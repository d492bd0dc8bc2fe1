import type { Sentences } from './sentences.ts'

const damp = {
  water_ingress:
    'De l’eau entre : l’air à l’intérieur est devenu plus humide de {jump_g_per_m3:n1} g/m³ le {jump_at:at} et l’est resté[, comparé avec {reference}][ ; il était tombé {rain_mm:n1} mm de pluie].',
  damp: 'Humide à l’intérieur.',
  'damp.excess':
    'Humide à l’intérieur : l’air contenait[, le {to_at:at},] {excess_g_per_m3:n1} g/m³ d’eau de plus que {reference} depuis {hours:n} heures.',
  'damp.mould':
    'Humide à l’intérieur : le risque de moisissure est de {mould_index:n2}[, et de {mould_index_reference:n2} pour {reference}][, le {at:at}].',
  'damp.own_past':
    'Humide à l’intérieur : pendant un jour, l’air contenait {risen_g_per_m3:n1} g/m³ d’eau de plus que les jours précédents, avec une humidité jamais inférieure à {rh_min_pct:pct}[, le {to_at:at}] ; pas de conteneurs proches pour comparer.',
  damp_watch: 'L’intérieur peut devenir humide.',
  'damp_watch.humidity':
    'L’intérieur peut devenir humide : l’humidité atteignait[, le {to_at:at},] {rh_pct:pct} ou plus depuis {hours:n} heures.',
  'damp_watch.mould':
    'L’intérieur peut devenir humide : le risque de moisissure est de {mould_index:n2}[ le {at:at}].',
} as const

export const fr: Sentences = {
  reasons: {
    ...damp,
    alarm: 'Alarme[ ({kind})] le {raised_at:at} ; un planificateur demande une visite.',
    full: 'Plein : {fill_pct:pct}[ le {at:at}][, environ {expected_pct:pct} au passage du véhicule][ ; plein à partir de {counts_from_pct:pct}][ ; il était plein et compte comme tel jusqu’à moins de {full_until_pct:pct}].',
    fills_before_next_visit:
      'Rempli à {fill_pct:pct}[ le {at:at}] ; débordement prévu avec {probability:chance} de chances avant la prochaine visite possible[, le {next_visit_at:day}].',
    reported_full: 'Signalé plein le {requested_at:at}[ : « {note} »].',
    planner: 'Un planificateur l’a demandé le {requested_at:at}[ : « {note} »].',
    due: 'Pas vidé depuis {days:n} jours[ ; le maximum est de {max_days:n}].',
    estimated_full:
      'Pas de capteur fiable : rempli à environ {expected_pct:pct} selon l’estimation[, environ {rate_pct_per_day:n1} % de plus par jour].',
    worth_the_detour:
      'Vaut le détour : rempli à environ {expected_pct:pct} au passage du véhicule[, environ {kg:n} kg][ ; attendre coûte environ {prize_eur:eur} €| ; attendre ne coûte rien].',
    not_full:
      'Pas plein : environ {expected_pct:pct}[ ; la prochaine visite possible est le {next_visit_at:day}].',
    not_worth_detour:
      'Ne vaut pas le détour[ : rempli à environ {expected_pct:pct}][, {kg:n} kg][ ; le trajet coûte {detour_eur:eur} €][, attendre coûte environ {prize_eur:eur} €|, attendre ne coûte rien][, au mieux jusqu’au {later_visit_date:day}].',
    no_capacity: 'Aucun véhicule n’a encore de place ou de temps[ pour environ {kg:n} kg].',
    no_access:
      'Pas accessible[ : {because}][, la plus proche est à {nearest_road_m:n} m][ depuis le {since:at}].',
    retired: 'Ce conteneur à textiles n’est plus en service.',
    already_planned: 'Déjà dans une tournée de collecte[ le {date:day}].',
    emptied_recently: 'Vidé récemment, le {emptied_at:at}.',
    dropped_by_planner:
      'Retiré de la tournée par un planificateur le {dropped_at:at}[ : rempli à environ {expected_pct:pct}][, environ {kg:n} kg].',
    unload: 'Décharger au dépôt[ : environ {kg:n} kg].',
  },
  alerts: {
    ...damp,
    full: 'Rempli à {fill_pct:pct} le {at:at}.',
    fills_before_next_visit:
      'Rempli à {fill_pct:pct} le {at:at} ; débordement prévu avec {probability:chance} de chances avant la prochaine visite possible[, le {next_visit_at:day}].',
    found_wet:
      'Du textile mouillé y a été trouvé le {at:at}[ : {wet_kg:n} kg][ sur {kg:n} kg] ; regardez si l’eau entre.',
    fire: 'Incendie possible : {temp_c:n} °C à l’intérieur le {at:at}[, {rise_c:n} °C de plus que {rise_min:n} minutes avant].',
    silent:
      'Aucune mesure depuis le {last_reading_at:at}[ ; d’habitude il en vient une toutes les {usual_interval_min:n} minutes].',
    battery_low: 'Pile faible : {battery_v:n2} V le {at:at}.',
    no_echo:
      'Le capteur ne voit plus le taux de remplissage depuis le {since_at:at}[ ({readings:n} mesures)].',
    stuck:
      'Le capteur est bloqué : {field} n’a pas changé depuis {hours:n} heures[, depuis le {since_at:at}].',
    noisy: 'Le niveau saute sans cesse : {leaps_pct:pct} des dernières mesures[, le {at:at}].',
    drifting:
      'Le capteur dérive : en {emptyings:n} vidages, le conteneur vide s’est déplacé de {drift:n} {unit}.',
    impossible:
      'Le capteur donne souvent des valeurs impossibles ({field}) : {share_pct:pct} des dernières mesures[, le {at:at}].',
    sensor_off:
      'Le capteur est déréglé : {off:n1} {unit} de {direction} que {reference}[, le {at:at}].',
    moved:
      'Le conteneur a été déplacé ou est couché : {tilt_deg:n}° au lieu de {usual_tilt_deg:n}° depuis le {since_at:at}.',
    battery_ends: 'La pile sera vide vers le {ends_at:day}.',
  },
  words: {
    distance_mm: 'la distance',
    fill_pct: 'le niveau',
    rh_pct: 'l’humidité',
    temp_c: 'la température',
    fill: 'niveau',
    air: 'température ou humidité',
    other: 'pile, inclinaison ou radio',
    mm: 'mm',
    pct: 'points',
    kelvin: '°C',
    rh_points: 'points d’humidité',
    more: 'plus',
    less: 'moins',
    neighbours: 'les conteneurs voisins',
    outdoor: 'l’air extérieur',
    fire: 'incendie',
    closed: 'fermé ce jour-là',
    vehicle_type: 'aucun véhicule adapté',
    access_window: 'hors des heures d’accès',
    no_road: 'aucune route de la carte à proximité',
    far_from_road: 'trop loin de toute route',
    no_way_there: 'aucune route n’y mène pour ce véhicule',
    no_way_back: 'aucune route n’en revient pour ce véhicule',
    depot_off_road: 'le dépôt n’est près d’aucune route de la carte',
  },
}
