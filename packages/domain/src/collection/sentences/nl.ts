import type { Sentences } from './sentences.ts'

const damp = {
  water_ingress:
    'Er komt water binnen: de lucht binnenin werd op {jump_at:at} {jump_g_per_m3:n1} g/m³ natter en bleef zo[, vergeleken met {reference}][; daarvoor viel {rain_mm:n1} mm regen].',
  damp: 'Vochtig binnenin.',
  'damp.excess':
    'Vochtig binnenin: de lucht bevatte[ op {to_at:at}] al {hours:n} uur {excess_g_per_m3:n1} g/m³ meer water dan {reference}.',
  'damp.mould':
    'Vochtig binnenin: het risico op schimmel is {mould_index:n2}[, en {mould_index_reference:n2} bij {reference}][, op {at:at}].',
  'damp.own_past':
    'Vochtig binnenin: een dag lang bevatte de lucht {risen_g_per_m3:n1} g/m³ meer water dan de dagen ervoor, en nooit was de luchtvochtigheid lager dan {rh_min_pct:pct}[, op {to_at:at}]; geen containers in de buurt om mee te vergelijken.',
  damp_watch: 'Het kan binnenin vochtig worden.',
  'damp_watch.humidity':
    'Het kan binnenin vochtig worden: de luchtvochtigheid was[ op {to_at:at}] al {hours:n} uur {rh_pct:pct} of meer.',
  'damp_watch.mould':
    'Het kan binnenin vochtig worden: het risico op schimmel is {mould_index:n2}[ op {at:at}].',
} as const

export const nl: Sentences = {
  reasons: {
    ...damp,
    alarm: 'Alarm[ ({kind})] op {raised_at:at}; een planner vraagt een bezoek.',
    full: 'Vol: {fill_pct:pct}[ op {at:at}][, ongeveer {expected_pct:pct} wanneer de wagen komt][; vanaf {counts_from_pct:pct} telt hij als vol][; hij was vol, en telt zo tot hij onder {full_until_pct:pct} is].',
    fills_before_next_visit:
      '{fill_pct:pct} vol[ op {at:at}]; loopt met {probability:chance} kans over vóór het volgende mogelijke bezoek[ op {next_visit_at:day}].',
    reported_full: 'Gemeld als vol op {requested_at:at}[: “{note}”].',
    planner: 'Een planner vroeg erom op {requested_at:at}[: “{note}”].',
    due: 'Al {days:n} dagen niet geleegd[; hoogstens {max_days:n} mag].',
    estimated_full:
      'Geen betrouwbare sensor: naar schatting ongeveer {expected_pct:pct} vol[, met ongeveer {rate_pct_per_day:n1} % per dag erbij].',
    worth_the_detour:
      'De omweg waard: ongeveer {expected_pct:pct} vol wanneer de wagen komt[, ongeveer {kg:n} kg][; wachten kost ongeveer € {prize_eur:eur}|; wachten kost niets].',
    not_full:
      'Niet vol: ongeveer {expected_pct:pct}[; het volgende mogelijke bezoek is {next_visit_at:day}].',
    not_worth_detour:
      'De omweg niet waard[: ongeveer {expected_pct:pct} vol][, {kg:n} kg][; de weg erheen kost € {detour_eur:eur}][, wachten kost ongeveer € {prize_eur:eur}|, wachten kost niets][, het best tot {later_visit_date:day}].',
    no_capacity: 'Geen wagen heeft nog plaats of tijd[ voor ongeveer {kg:n} kg].',
    no_access:
      'Niet bereikbaar[: {because}][, de dichtstbijzijnde ligt op {nearest_road_m:n} m][ sinds {since:at}].',
    retired: 'Deze textielcontainer is niet meer in gebruik.',
    already_planned: 'Zit al in een inzamelronde[ op {date:day}].',
    emptied_recently: 'Pas geleegd, op {emptied_at:at}.',
    dropped_by_planner:
      'Door een planner uit de inzamelronde gehaald op {dropped_at:at}[: ongeveer {expected_pct:pct} vol][, ongeveer {kg:n} kg].',
    unload: 'Lossen in het depot[: ongeveer {kg:n} kg].',
  },
  alerts: {
    ...damp,
    full: '{fill_pct:pct} vol op {at:at}.',
    fills_before_next_visit:
      '{fill_pct:pct} vol op {at:at}; loopt met {probability:chance} kans over vóór het volgende mogelijke bezoek[ op {next_visit_at:day}].',
    found_wet:
      'Er lag nat textiel in op {at:at}[: {wet_kg:n} kg][ van {kg:n} kg]; kijk of er water in komt.',
    fire: 'Mogelijk brand: {temp_c:n} °C binnenin op {at:at}[, {rise_c:n} °C meer dan {rise_min:n} minuten eerder].',
    silent:
      'Geen meting sinds {last_reading_at:at}[; gewoonlijk komt er een om de {usual_interval_min:n} minuten].',
    battery_low: 'Batterij bijna leeg: {battery_v:n2} V op {at:at}.',
    no_echo: 'De sensor ziet de vulgraad niet sinds {since_at:at}[ ({readings:n} metingen)].',
    stuck: 'De sensor zit vast: {field} is al {hours:n} uur niet veranderd[, sinds {since_at:at}].',
    noisy:
      'De vulgraad springt op en neer: bij {leaps_pct:pct} van de laatste metingen[, op {at:at}].',
    drifting:
      'De sensor verloopt: over {emptyings:n} ledigingen verschoof de lege container {drift:n} {unit}.',
    impossible:
      'De sensor meldt vaak onmogelijke waarden ({field}): bij {share_pct:pct} van de laatste metingen[, op {at:at}].',
    sensor_off: 'De sensor wijkt af: {off:n1} {unit} {direction} dan {reference}[, op {at:at}].',
    moved:
      'De container is verplaatst of ligt om: {tilt_deg:n}° in plaats van {usual_tilt_deg:n}° sinds {since_at:at}.',
    battery_ends: 'De batterij is leeg rond {ends_at:day}.',
  },
  words: {
    distance_mm: 'de afstand',
    fill_pct: 'de vulgraad',
    rh_pct: 'de vochtigheid',
    temp_c: 'de temperatuur',
    fill: 'vulgraad',
    air: 'temperatuur of vochtigheid',
    other: 'batterij, helling of radio',
    mm: 'mm',
    pct: 'punten',
    kelvin: '°C',
    rh_points: 'punten vochtigheid',
    more: 'meer',
    less: 'minder',
    neighbours: 'de containers in de buurt',
    outdoor: 'de buitenlucht',
    fire: 'brand',
    closed: 'gesloten op die dag',
    vehicle_type: 'geen geschikte wagen',
    access_window: 'buiten de toegangsuren',
    no_road: 'geen weg van de kaart is dichtbij',
    far_from_road: 'te ver van elke weg',
    no_way_there: 'geen weg voor het voertuig leidt erheen',
    no_way_back: 'geen weg voor het voertuig leidt terug',
    depot_off_road: 'het depot ligt niet bij een weg van de kaart',
  },
}
