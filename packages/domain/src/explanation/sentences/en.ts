import type { Explained } from './explained.ts'

export const en: Explained = {
  statements: {
    retired: 'This container is no longer in use.',
    unknown: 'Nothing is known of it yet.',
    level:
      '{pct:pct} full[, give or take {sd_pct:n} points], measured on {at:at}[: {distance_mm:n} mm from the sensor down to the textile].',
    estimate:
      'About {pct:pct} full[, give or take {sd_pct:n} points], estimated[: {because}][; counted on from {from_pct:pct} on {since_at:at}].',
    rate: 'It fills by about {rate_pct_per_day:n1} points a day.',
    full_at:
      'Probably full on {full_at:day}[, on {early_at:day} at the earliest][ and {late_at:day} at the latest].',
    full_far: 'It is not expected to be full within {days:n} days.',
    overflow:
      'It overflows with {probability:chance} chance before the next possible visit, on {next_visit_at:day}.',
    'overflow.hardly':
      'It hardly overflows before the next possible visit, on {next_visit_at:day}: the chance is below 1 %.',
    emptied:
      'Emptied on {at:at}[; it was {before_pct:pct} full][, {after_pct:pct} were left][; known from {by}][, {confidence:chance} certain].',
    'emptied.partly':
      'Emptied in part on {at:at}[; it was {before_pct:pct} full][, {after_pct:pct} were left][; known from {by}][, {confidence:chance} certain].',
    never_emptied: 'No emptying is known since it was registered on {since_at:day}.',
    weight:
      'About {kg:n} kg inside, give or take {kg_sd:n} kg: {density_kg_per_l:n2} kg a litre, {learnt_from}[ ({loads:n})].',
    at_stake:
      'Damp puts {kg:n} kg at risk[, exposed for {hours:n} hours][; expected loss about € {risk_eur:eur}].',
    visit: 'In a collection run ({status}): visited on {arrival_at:at}.',
    left_out: 'Left out of the collection runs of {date:day}.',
    would: 'Planned now for {date:day}:',
    'would.must': 'Planned now for {date:day}, it must be visited.',
    'would.may': 'Planned now for {date:day}, it may be taken along.',
    'would.not': 'Planned now for {date:day}, it would be left out.',
  },
  doubts: {
    no_echo: 'no echo',
    distance_impossible: 'an impossible distance',
    fill_impossible: 'an impossible fill level',
    late: 'came too late to count',
    no_level: 'did not measure the level',
    unconfirmed: 'not believed unless the next readings agree',
  },
  words: {
    no_sensor: 'there is no sensor',
    silent: 'the sensor is silent',
    no_echo: 'the sensor gets no echo',
    contradictory: 'the readings contradict each other',
    stuck: 'the sensor is stuck',
    noisy: 'the sensor is restless',
    impossible: 'the sensor sends impossible values',
    moved: 'the sensor has moved',
    drifting: 'the sensor drifts',
    driver: 'the driver',
    signal: 'the sensor',
    both: 'the driver and the sensor',
    own_loads: 'learnt from its own weighed loads',
    fleet_loads: 'learnt from the fleet’s weighed loads',
    setting: 'from the settings, nothing has been weighed yet',
    draft: 'not approved yet',
    approved: 'approved',
    started: 'on the way',
    done: 'done',
  },
}
