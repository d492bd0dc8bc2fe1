import type { Sentences } from './sentences.ts'

const damp = {
  water_ingress:
    'Wasser dringt ein: die Luft im Inneren wurde ({jump_at:at}) um {jump_g_per_m3:n1} g/m³ feuchter und blieb so[; vorher fielen {rain_mm:n1} mm Regen].',
  damp: 'Feucht im Inneren.',
  'damp.excess':
    'Feucht im Inneren: seit {hours:n} Stunden enthielt die Luft {excess_g_per_m3:n1} g/m³ mehr Wasser als {reference}[ ({to_at:at})].',
  'damp.mould':
    'Feucht im Inneren: das Schimmelrisiko ist {mould_index:n2}[, im Vergleich {mould_index_reference:n2}][ ({at:at})].',
  'damp.own_past':
    'Feucht im Inneren: einen Tag lang enthielt die Luft {risen_g_per_m3:n1} g/m³ mehr Wasser als an den Tagen davor, und die Feuchte lag nie unter {rh_min_pct:pct}[ ({to_at:at})]; keine Container in der Nähe zum Vergleich.',
  damp_watch: 'Es kann im Inneren feucht werden.',
  'damp_watch.humidity':
    'Es kann im Inneren feucht werden: seit {hours:n} Stunden lag die Luftfeuchte bei {rh_pct:pct} oder mehr[ ({to_at:at})].',
  'damp_watch.mould':
    'Es kann im Inneren feucht werden: das Schimmelrisiko ist {mould_index:n2}[ ({at:at})].',
} as const

export const de: Sentences = {
  reasons: {
    ...damp,
    alarm: 'Alarm[ ({kind})], {raised_at:at}; die Disposition bittet um einen Besuch.',
    full: 'Voll: {fill_pct:pct}[ ({at:at})][, etwa {expected_pct:pct}, wenn das Fahrzeug kommt][; ab {counts_from_pct:pct} gilt er als voll][; er war voll und gilt so, bis er unter {full_until_pct:pct} ist].',
    fills_before_next_visit:
      '{fill_pct:pct} voll[ ({at:at})]; läuft mit {probability:chance} Wahrscheinlichkeit vor dem nächsten möglichen Besuch über[ ({next_visit_at:day})].',
    reported_full: 'Als voll gemeldet, {requested_at:at}[: „{note}“].',
    planner: 'Von der Disposition gewünscht, {requested_at:at}[: „{note}“].',
    due: 'Seit {days:n} Tagen nicht geleert[; höchstens {max_days:n} sind erlaubt].',
    estimated_full:
      'Kein verlässlicher Sensor: geschätzt etwa {expected_pct:pct} voll[, etwa {rate_pct_per_day:n1} % mehr am Tag].',
    worth_the_detour:
      'Den Umweg wert: etwa {expected_pct:pct} voll, wenn das Fahrzeug kommt[, etwa {kg:n} kg][; Warten kostet etwa {prize_eur:eur} €|; Warten kostet nichts].',
    not_full:
      'Nicht voll: etwa {expected_pct:pct}[; der nächste mögliche Besuch ist {next_visit_at:day}].',
    not_worth_detour:
      'Den Umweg nicht wert[: etwa {expected_pct:pct} voll][, {kg:n} kg][; der Weg kostet {detour_eur:eur} €][, Warten kostet etwa {prize_eur:eur} €|, Warten kostet nichts][, am besten bis {later_visit_date:day}].',
    no_capacity: 'Kein Fahrzeug hat noch Platz oder Zeit[ für etwa {kg:n} kg].',
    no_access:
      'Nicht erreichbar[: {because}][, die nächste ist {nearest_road_m:n} m entfernt][ seit {since:at}].',
    retired: 'Dieser Altkleidercontainer ist nicht mehr in Betrieb.',
    already_planned: 'Schon in einer Sammeltour[ ({date:day})].',
    emptied_recently: 'Vor kurzem geleert, {emptied_at:at}.',
    dropped_by_planner:
      'Von der Disposition aus der Sammeltour genommen am {dropped_at:at}[: etwa {expected_pct:pct} voll][, etwa {kg:n} kg].',
    unload: 'Im Depot entladen[: etwa {kg:n} kg].',
  },
  alerts: {
    ...damp,
    full: '{fill_pct:pct} voll ({at:at}).',
    fills_before_next_visit:
      '{fill_pct:pct} voll ({at:at}); läuft mit {probability:chance} Wahrscheinlichkeit vor dem nächsten möglichen Besuch über[ ({next_visit_at:day})].',
    found_wet:
      'Nasse Textilien darin gefunden ({at:at})[: {wet_kg:n} kg][ von {kg:n} kg]; bitte prüfen, ob Wasser eindringt.',
    fire: 'Mögliches Feuer: {temp_c:n} °C im Inneren ({at:at})[, {rise_c:n} °C mehr als {rise_min:n} Minuten davor].',
    silent:
      'Keine Messung seit {last_reading_at:at}[; üblich ist eine alle {usual_interval_min:n} Minuten].',
    battery_low: 'Batterie schwach: {battery_v:n2} V ({at:at}).',
    no_echo:
      'Der Sensor sieht den Füllstand nicht mehr seit {since_at:at}[ ({readings:n} Messungen)].',
    stuck:
      'Der Sensor hängt: {field} hat sich seit {hours:n} Stunden nicht geändert[ ({since_at:at})].',
    noisy:
      'Der Füllstand springt hin und her: bei {leaps_pct:pct} der letzten Messungen[ ({at:at})].',
    drifting:
      'Der Sensor wandert: über {emptyings:n} Leerungen verschob sich der leere Container um {drift:n} {unit}.',
    impossible:
      'Der Sensor meldet oft unmögliche Werte ({field}): bei {share_pct:pct} der letzten Messungen[ ({at:at})].',
    sensor_off: 'Der Sensor weicht ab: {off:n1} {unit} {direction} als {reference}[ ({at:at})].',
    moved:
      'Der Container wurde bewegt oder liegt: {tilt_deg:n}° statt {usual_tilt_deg:n}° ({since_at:at}).',
    battery_ends: 'Die Batterie wird leer sein: etwa {ends_at:day}.',
  },
  words: {
    distance_mm: 'der Abstand',
    fill_pct: 'der Füllstand',
    rh_pct: 'die Feuchte',
    temp_c: 'die Temperatur',
    fill: 'Füllstand',
    air: 'Temperatur oder Feuchte',
    other: 'Batterie, Neigung oder Funk',
    mm: 'mm',
    pct: 'Punkte',
    kelvin: '°C',
    rh_points: 'Punkte Feuchte',
    more: 'mehr',
    less: 'weniger',
    neighbours: 'die Container in der Nähe',
    outdoor: 'die Außenluft',
    fire: 'Feuer',
    closed: 'an diesem Tag geschlossen',
    vehicle_type: 'kein passendes Fahrzeug',
    access_window: 'außerhalb der Zugangszeiten',
    no_road: 'keine Straße der Karte ist in der Nähe',
    far_from_road: 'zu weit von jeder Straße',
    no_way_there: 'keine Straße für das Fahrzeug führt dorthin',
    no_way_back: 'keine Straße für das Fahrzeug führt zurück',
    depot_off_road: 'das Depot liegt an keiner Straße der Karte',
  },
}
