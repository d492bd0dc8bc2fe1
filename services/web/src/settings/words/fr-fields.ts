export const fields = {
  overflow_pct: [
    'Plein à partir de',
    'À partir de ce taux, un conteneur est plein pour la planification, quel que soit son propre réglage.',
  ],
  overflow_probability: [
    'Vider à temps à partir d’un risque de',
    'Le risque de débordement avant la prochaine visite possible à partir duquel on vide le conteneur maintenant.',
  ],
  may_from_pct: [
    'Vaut le coup d’œil à partir de',
    'Un conteneur moins plein n’est pas vidé en passant. À partir de là, il l’est si le détour est rentable.',
  ],
  min_hours_between_visits: [
    'Laisser tranquille après le vidage pendant',
    'Un conteneur vidé il y a moins longtemps n’est pas visité, sauf si quelqu’un le demande.',
  ],
  'plan.full_waits_below': [
    'Un conteneur plein peut attendre sous un risque de',
    'Il peut attendre un jour moins cher tant que son risque de débordement avant la prochaine visite est plus faible. 0 % : un conteneur plein n’attend jamais.',
  ],
  fill_hysteresis_pct: [
    'Reste plein jusqu’à une baisse de',
    'Le textile se tasse et les capteurs hésitent. Un conteneur plein le reste jusqu’à cette distance sous sa limite.',
  ],
  fleet_fill_pct_per_day: [
    'Un conteneur inconnu se remplit de',
    'Pour les conteneurs dont on ne sait encore rien de mieux.',
  ],
  density_kg_per_l: [
    'Le textile pèse',
    'Pour la charge prévue, tant que les chauffeurs n’ont pas indiqué assez de poids.',
  ],
  'damp.watch': [
    'Surveiller un conteneur à l’air humide',
    'Aussi humide, aussi longtemps : le conteneur entre en ligne de compte pour une tournée. L’air extérieur l’est à lui seul bien des jours.',
  ],
  'damp.loss_per_day': [
    'Le textile d’un conteneur humide est perdu avec un risque de',
    'Pour chaque jour d’attente, si son air contient 3 g/m³ d’eau de plus que celui des conteneurs voisins ; plus il est mouillé, plus c’est rapide. Ce risque est mis en balance avec le coût du détour.',
  ],
  'damp.spoils_beside': [
    'Avec chaque kilo perdu par l’humidité, on en perd en plus',
    'Un sac mouillé gâte ceux d’à côté, dans le véhicule et sur la table de tri. Ce risque est mis en balance avec le coût du détour : plus il est élevé, plus tôt un conteneur humide est visité.',
  ],
  'damp.watch_loss_per_day': [
    'Le textile surveillé est perdu avec un risque de',
    'Pour chaque jour d’attente d’un conteneur à l’air humide. Ce risque est mis en balance avec le coût du détour.',
  ],
  'damp.excess_g_per_m3': [
    'Humide à partir de',
    'Autant d’eau en plus dans l’air que dans les conteneurs voisins. Par temps froid, moins suffit.',
  ],
  'damp.excess_hours': [
    'Humide après',
    'L’air doit être plus humide que dans les conteneurs voisins pendant ce temps.',
  ],
  'damp.jump_g_per_m3': [
    'L’eau entre à partir d’un saut de',
    'Une hausse soudaine par rapport aux conteneurs voisins, qui ne disparaît pas.',
  ],
  'damp.watch_mould_index': [
    'Surveiller à partir d’un risque de moisissure de',
    'Le risque va de 0 (aucun) à 6 (tout est moisi). Il dépend de l’humidité et de la chaleur depuis le dernier vidage.',
  ],
  'damp.must_mould_index': [
    'Vider à partir d’un risque de moisissure de',
    'À partir de là, il faut vider le conteneur. Le risque va de 0 à 6.',
  ],
  'damp.must_mould_index_above_reference': [
    'Au-dessus de l’effet de la météo de',
    'Seulement si le risque de moisissure dépasse d’autant ce que la météo explique.',
  ],
  'damp.mould_class': [
    'La moisissure pousse sur le textile',
    'Pour calculer le risque de moisissure.',
  ],
  'damp.mould_cmat': [
    'Le risque de moisissure baisse de',
    'Quand il fait de nouveau sec. 0 : il reste ; 1 : il baisse le plus vite.',
  ],
  'damp.alone_risen_pct': [
    'Sans conteneurs voisins, humide à partir d’une hausse de',
    'Pendant un jour entier, l’air contenait autant d’eau en plus que les jours d’avant, en part de ce qu’il peut contenir.',
  ],
  'damp.alone_rh_min_pct': [
    'Sans conteneurs voisins, humidité d’au moins',
    'Ce jour-là, l’air du conteneur n’a jamais été plus sec.',
  ],
  'damp.min_neighbours': [
    'Conteneurs nécessaires pour comparer',
    'Il faut autant de conteneurs voisins avec un capteur. S’il y en a moins, le bulletin météo aide.',
  ],
  'damp.neighbour_km': [
    'Voisin veut dire à moins de',
    'Les conteneurs à cette distance sont comparés.',
  ],
  'money.revenue_per_kg': [
    'Un kilo collecté rapporte',
    'Un détour vers un conteneur qui ne presse pas ne coûte jamais plus que ce qu’il rapporte.',
  ],
  'money.gift_per_kg': [
    'Un kilo refusé coûte',
    'Ce que les gens apportent quand le conteneur est plein est perdu.',
  ],
  'money.overflow_once': [
    'Nettoyer après un débordement coûte',
    'Chaque fois que des sacs se trouvent à côté du conteneur.',
  ],
  'money.overflow_per_hour': [
    'Un conteneur qui déborde coûte',
    'Pour chaque heure jusqu’à ce qu’il soit vidé.',
  ],
  'money.damp_loss_per_kg': [
    'Un kilo perdu à cause de l’humidité coûte',
    'Le textile mouillé ou moisi ne se vend pas.',
  ],
  'money.disposal_per_kg': ['Jeter coûte', 'Pour le textile qui part aux déchets.'],
  'plan.horizon_days': [
    'Regarder à l’avance',
    'Une visite coûte-t-elle moins aujourd’hui ou l’un de ces jours ? 1 : seul le jour suivant compte.',
  ],
  'plan.lead_min': ['Une tournée ne part pas avant', 'À compter du moment de la planification.'],
  'plan.overload_chance': [
    'Un trajet peut être trop lourd avec un risque de',
    'Les charges sont estimées, chaque trajet garde donc une réserve. 50 % : aucune réserve.',
  ],
  'plan.change_cost': [
    'Déplacer un arrêt seulement s’il fait gagner',
    'Quand un brouillon est replanifié, les arrêts restent en place sauf si chaque déplacement fait gagner cette somme.',
  ],
  'plan.solve_seconds': [
    'Chercher les meilleures tournées pendant',
    'Pour une grande journée de 900 visites. Les plus petites prennent moins.',
  ],
  'health.silent_intervals': [
    'Muet après l’absence de',
    'Autant de messages habituels de suite ne sont pas arrivés.',
  ],
  'health.silent_min_hours': [
    'Muet après au moins',
    'Aucun capteur n’est déclaré muet avant cela.',
  ],
  'health.battery_low_v': ['Pile faible en dessous de', 'Un message demande alors une pile neuve.'],
  'health.battery_warn_days': ['Prévenir avant une pile vide', 'Autant de jours à l’avance.'],
  'health.no_echo_hours': [
    'Ne voit rien pendant',
    'Au-delà, le capteur est peut-être couvert ou cassé.',
  ],
  'health.stuck_hours': [
    'Montre la même valeur pendant',
    'Aussi longtemps, et bien plus que jamais : le capteur est bloqué.',
  ],
  'health.noisy_share': [
    'Valeurs instables à partir de',
    'Quand autant des dernières valeurs sautent, le taux de remplissage est estimé.',
  ],
  'health.impossible_share': [
    'Valeurs impossibles à partir de',
    'Quand autant des dernières valeurs ne peuvent être vraies, le capteur est signalé.',
  ],
  'health.drift_pct': [
    'Le fond s’est déplacé de',
    'Juste après le vidage, le conteneur semble chaque fois plus plein, d’autant au total.',
  ],
  'health.tilt_deg': [
    'Penché de',
    'Pendant un jour il se tient autrement : il a été déplacé ou heurté.',
  ],
  'health.off_temp_c': [
    'Température fausse de',
    'Sur une semaine, par rapport aux conteneurs voisins.',
  ],
  'health.off_rh_pct': [
    'Humidité trop basse de',
    'Sur une semaine, par rapport aux conteneurs voisins.',
  ],
  'fire.temp_c': ['Feu à partir de', 'Le soleil seul a déjà porté des conteneurs à 64 °C.'],
  'fire.rise_per_hour_c': [
    'Feu à partir d’une hausse de',
    'Aux heures ensoleillées, il faut le double.',
  ],
  'fire.rise_min_c': [
    'Une hausse compte à partir de',
    'Sous cette température, même une hausse rapide n’est pas un feu.',
  ],
} as const
