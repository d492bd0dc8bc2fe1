import type { Explained } from './explained.ts'

export const de: Explained = {
  statements: {
    retired: 'Dieser Altkleidercontainer ist nicht mehr in Betrieb.',
    unknown: 'Noch ist nichts über ihn bekannt.',
    level:
      '{pct:pct} voll[, auf {sd_pct:n} Punkte genau], gemessen: {at:at}[, {distance_mm:n} mm vom Sensor bis zum Textil].',
    estimate:
      'Etwa {pct:pct} voll[, auf {sd_pct:n} Punkte genau], geschätzt[: {because}][; weitergerechnet von {from_pct:pct} ({since_at:at})].',
    rate: 'Er füllt sich um etwa {rate_pct_per_day:n1} Punkte am Tag.',
    full_at:
      'Voraussichtlich voll: {full_at:day}[, frühestens {early_at:day}][, spätestens {late_at:day}].',
    full_far: 'In den nächsten {days:n} Tagen wird er voraussichtlich nicht voll.',
    overflow:
      'Er läuft mit {probability:chance} Wahrscheinlichkeit vor dem nächsten möglichen Besuch über ({next_visit_at:day}).',
    'overflow.hardly':
      'Er läuft vor dem nächsten möglichen Besuch kaum über ({next_visit_at:day}): die Wahrscheinlichkeit liegt unter 1 %.',
    emptied:
      'Geleert: {at:at}[; er war {before_pct:pct} voll][, {after_pct:pct} blieben darin][; bekannt durch {by}][, zu {confidence:chance} sicher].',
    'emptied.partly':
      'Teilweise geleert: {at:at}[; er war {before_pct:pct} voll][, {after_pct:pct} blieben darin][; bekannt durch {by}][, zu {confidence:chance} sicher].',
    never_emptied: 'Seit seiner Anmeldung ({since_at:day}) ist keine Leerung bekannt.',
    weight:
      'Etwa {kg:n} kg darin, auf {kg_sd:n} kg genau: {density_kg_per_l:n2} kg je Liter, {learnt_from}[ ({loads:n})].',
    at_stake:
      'Feuchte gefährdet {kg:n} kg[, seit {hours:n} Stunden][; erwarteter Verlust etwa {risk_eur:eur} €].',
    visit: 'In einer Sammeltour ({status}): Besuch {arrival_at:at}.',
    left_out: 'In den Sammeltouren ausgelassen: {date:day}.',
    would: 'Jetzt geplant für {date:day}:',
    'would.must': 'Jetzt geplant für {date:day}: er muss angefahren werden.',
    'would.may': 'Jetzt geplant für {date:day}: er kann mitgenommen werden.',
    'would.not': 'Jetzt geplant für {date:day}: er wird ausgelassen.',
  },
  doubts: {
    no_echo: 'kein Echo',
    distance_impossible: 'ein unmöglicher Abstand',
    fill_impossible: 'ein unmöglicher Füllstand',
    late: 'kam zu spät, um zu zählen',
    no_level: 'hat den Füllstand nicht gemessen',
    unconfirmed: 'wird erst geglaubt, wenn die nächsten Messungen es bestätigen',
  },
  words: {
    no_sensor: 'es gibt keinen Sensor',
    silent: 'der Sensor schweigt',
    no_echo: 'der Sensor bekommt kein Echo',
    contradictory: 'die Messungen widersprechen einander',
    stuck: 'der Sensor hängt',
    noisy: 'der Sensor ist unruhig',
    impossible: 'der Sensor sendet unmögliche Werte',
    moved: 'der Sensor wurde bewegt',
    drifting: 'der Sensor läuft weg',
    driver: 'den Fahrer',
    signal: 'den Sensor',
    both: 'den Fahrer und den Sensor',
    own_loads: 'gelernt aus seinen eigenen gewogenen Ladungen',
    fleet_loads: 'gelernt aus den gewogenen Ladungen aller Container',
    setting: 'nach den Einstellungen, gewogen wurde noch nichts',
    draft: 'noch nicht freigegeben',
    approved: 'freigegeben',
    started: 'unterwegs',
    done: 'erledigt',
  },
}
