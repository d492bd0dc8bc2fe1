import type { Sentences } from './sentences.ts'

const damp = {
  water_ingress:
    'Water is getting in: the air inside became wetter by {jump_g_per_m3:n1} g/m³ on {jump_at:at} and stayed so[, compared with {reference}][; {rain_mm:n1} mm of rain fell before].',
  damp: 'Damp inside.',
  'damp.excess':
    'Damp inside: the air had held {excess_g_per_m3:n1} g/m³ more water than {reference} for {hours:n} hours[ by {to_at:at}].',
  'damp.mould':
    'Damp inside: the risk of mould is {mould_index:n2}[, and {mould_index_reference:n2} for {reference}][, on {at:at}].',
  'damp.own_past':
    'Damp inside: for a day the air held {risen_g_per_m3:n1} g/m³ more water than on the days before and was never drier than {rh_min_pct:pct}[, by {to_at:at}]; no bins nearby to compare with.',
  damp_watch: 'It may become damp inside.',
  'damp_watch.humidity':
    'It may become damp inside: humidity had been at {rh_pct:pct} or more for {hours:n} hours[ by {to_at:at}].',
  'damp_watch.mould':
    'It may become damp inside: the risk of mould is {mould_index:n2}[ on {at:at}].',
} as const

export const en: Sentences = {
  reasons: {
    ...damp,
    alarm: 'Alarm[ ({kind})] on {raised_at:at}; a planner asks for a visit.',
    full: 'Full: {fill_pct:pct}[ on {at:at}][, about {expected_pct:pct} when the vehicle comes][; it counts as full from {counts_from_pct:pct}][; it was full, and counts so until it is below {full_until_pct:pct}].',
    fills_before_next_visit:
      '{fill_pct:pct} full[ on {at:at}]; overflows with {probability:chance} chance before the next possible visit[ on {next_visit_at:day}].',
    reported_full: 'Reported as full on {requested_at:at}[: “{note}”].',
    planner: 'A planner asked for it on {requested_at:at}[: “{note}”].',
    due: 'Not emptied for {days:n} days[; at most {max_days:n} are allowed].',
    estimated_full:
      'No trustworthy sensor: estimated about {expected_pct:pct} full[, filling by about {rate_pct_per_day:n1} % a day].',
    worth_the_detour:
      'Worth the detour: about {expected_pct:pct} full when the vehicle comes[, about {kg:n} kg][; waiting costs about € {prize_eur:eur}|; waiting costs nothing].',
    not_full:
      'Not full: about {expected_pct:pct}[; the next possible visit is {next_visit_at:day}].',
    not_worth_detour:
      'Not worth the detour[: about {expected_pct:pct} full][, {kg:n} kg][; the way there costs € {detour_eur:eur}][, waiting costs about € {prize_eur:eur}|, waiting costs nothing][, best until {later_visit_date:day}].',
    no_capacity: 'No vehicle has room or time left[ for about {kg:n} kg].',
    no_access:
      'Cannot be reached[: {because}][, the nearest is {nearest_road_m:n} m away][ since {since:at}].',
    retired: 'This container is no longer in use.',
    already_planned: 'Already in a collection run[ on {date:day}].',
    emptied_recently: 'Emptied recently, on {emptied_at:at}.',
    dropped_by_planner:
      'Taken out by a planner on {dropped_at:at}[: about {expected_pct:pct} full][, about {kg:n} kg].',
    unload: 'Unload at the depot[: about {kg:n} kg].',
  },
  alerts: {
    ...damp,
    full: '{fill_pct:pct} full on {at:at}.',
    fills_before_next_visit:
      '{fill_pct:pct} full on {at:at}; overflows with {probability:chance} chance before the next possible visit[ on {next_visit_at:day}].',
    found_wet:
      'Wet textile was found in it on {at:at}[: {wet_kg:n} kg][ of {kg:n} kg]; look whether water gets in.',
    fire: 'Possible fire: {temp_c:n} °C inside on {at:at}[, {rise_c:n} °C more than {rise_min:n} minutes before].',
    silent:
      'No reading since {last_reading_at:at}[; usually one comes every {usual_interval_min:n} minutes].',
    battery_low: 'Battery low: {battery_v:n2} V on {at:at}.',
    no_echo: 'The sensor cannot see the fill level since {since_at:at}[ ({readings:n} readings)].',
    stuck:
      'The sensor is stuck: {field} has not changed for {hours:n} hours[ since {since_at:at}].',
    noisy:
      'The fill level leaps back and forth: {leaps_pct:pct} of the last readings[, on {at:at}].',
    drifting:
      'The sensor drifts: over {emptyings:n} emptyings the empty container moved by {drift:n} {unit}.',
    impossible:
      'The sensor often says impossible values ({field}): {share_pct:pct} of the last readings[, on {at:at}].',
    sensor_off: 'The sensor is off: {off:n1} {unit} {direction} than {reference}[, on {at:at}].',
    moved:
      'The container was moved or lies: tilted by {tilt_deg:n}° instead of {usual_tilt_deg:n}° since {since_at:at}.',
    battery_ends: 'The battery will be empty about {ends_at:day}.',
  },
  words: {
    distance_mm: 'the distance',
    fill_pct: 'the fill level',
    rh_pct: 'the humidity',
    temp_c: 'the temperature',
    fill: 'fill level',
    air: 'temperature or humidity',
    other: 'battery, tilt or radio',
    mm: 'mm',
    pct: 'points',
    kelvin: '°C',
    rh_points: 'points of humidity',
    more: 'more',
    less: 'less',
    neighbours: 'the bins nearby',
    outdoor: 'the air outside',
    fire: 'fire',
    closed: 'closed on that day',
    vehicle_type: 'no suitable vehicle',
    access_window: 'outside its access hours',
    no_road: 'no road of the map is near',
    far_from_road: 'too far from any road',
    no_way_there: 'no road for the vehicle leads there',
    no_way_back: 'no road for the vehicle leads back',
    depot_off_road: 'the depot is not near any road of the map',
  },
}
