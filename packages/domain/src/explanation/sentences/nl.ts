import type { Explained } from './explained.ts'

export const nl: Explained = {
  statements: {
    retired: 'Deze textielcontainer is niet meer in gebruik.',
    unknown: 'Er is nog niets over bekend.',
    level:
      '{pct:pct} vol[, op {sd_pct:n} punten na], gemeten op {at:at}[: {distance_mm:n} mm van de sensor tot het textiel].',
    estimate:
      'Ongeveer {pct:pct} vol[, op {sd_pct:n} punten na], geschat[: {because}][; verder geteld vanaf {from_pct:pct} op {since_at:at}].',
    rate: 'Er komt ongeveer {rate_pct_per_day:n1} punt per dag bij.',
    full_at:
      'Waarschijnlijk vol op {full_at:day}[, op zijn vroegst op {early_at:day}][ en uiterlijk op {late_at:day}].',
    full_far: 'Binnen {days:n} dagen wordt hij niet vol verwacht.',
    overflow:
      'Hij loopt met {probability:chance} kans over vóór het volgende mogelijke bezoek, op {next_visit_at:day}.',
    'overflow.hardly':
      'Hij loopt haast zeker niet over vóór het volgende mogelijke bezoek, op {next_visit_at:day}: de kans is kleiner dan 1 %.',
    emptied:
      'Geleegd op {at:at}[; hij was {before_pct:pct} vol][, er bleef {after_pct:pct} achter][; bekend van {by}][, {confidence:chance} zeker].',
    'emptied.partly':
      'Gedeeltelijk geleegd op {at:at}[; hij was {before_pct:pct} vol][, er bleef {after_pct:pct} achter][; bekend van {by}][, {confidence:chance} zeker].',
    never_emptied: 'Sinds de registratie op {since_at:day} is geen lediging bekend.',
    weight:
      'Er zit ongeveer {kg:n} kg in, op {kg_sd:n} kg na: {density_kg_per_l:n2} kg per liter, {learnt_from}[ ({loads:n})].',
    at_stake:
      'Door vocht loopt {kg:n} kg gevaar[, al {hours:n} uur blootgesteld][; verwacht verlies ongeveer € {risk_eur:eur}].',
    visit: 'In een inzamelronde ({status}): bezoek op {arrival_at:at}.',
    left_out: 'Overgeslagen in de inzamelrondes van {date:day}.',
    would: 'Nu gepland voor {date:day}:',
    'would.must': 'Nu gepland voor {date:day} moet hij bezocht worden.',
    'would.may': 'Nu gepland voor {date:day} mag hij mee.',
    'would.not': 'Nu gepland voor {date:day} wordt hij overgeslagen.',
  },
  doubts: {
    no_echo: 'geen echo',
    distance_impossible: 'een onmogelijke afstand',
    fill_impossible: 'een onmogelijke vulgraad',
    late: 'kwam te laat om mee te tellen',
    no_level: 'heeft de vulgraad niet gemeten',
    unconfirmed: 'pas geloofd als de volgende metingen het bevestigen',
  },
  words: {
    no_sensor: 'er is geen sensor',
    silent: 'de sensor zwijgt',
    no_echo: 'de sensor krijgt geen echo',
    contradictory: 'de metingen spreken elkaar tegen',
    stuck: 'de sensor zit vast',
    noisy: 'de sensor is onrustig',
    impossible: 'de sensor stuurt onmogelijke waarden',
    moved: 'de sensor is verplaatst',
    drifting: 'de sensor verloopt',
    driver: 'de chauffeur',
    signal: 'de sensor',
    both: 'de chauffeur en de sensor',
    own_loads: 'geleerd uit zijn eigen gewogen ladingen',
    fleet_loads: 'geleerd uit de gewogen ladingen van alle containers',
    setting: 'volgens de instellingen, er is nog niets gewogen',
    draft: 'nog niet goedgekeurd',
    approved: 'goedgekeurd',
    started: 'onderweg',
    done: 'klaar',
  },
}
