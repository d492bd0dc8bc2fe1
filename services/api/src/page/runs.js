// Runs with their stops and reasons.
import { element } from './element.js'
import { clock, euro, kilometres, weight } from './numbers.js'
import { words } from './words.js'

export function summary(runs) {
  const driven = runs.filter(({ status }) => status !== 'cancelled')
  const sum = (of) => driven.reduce((total, run) => total + of(run), 0)
  return [
    words.run(driven.length),
    words.bins(sum(binCount)),
    weight(sum(({ totals }) => totals.kg)),
    kilometres(sum(({ totals }) => totals.distance_m)),
    euro(sum(({ totals }) => totals.cost)),
  ].join(' · ')
}

export function runSection(run, vehicles) {
  const times = `${clock(run.departure)}–${clock(run.arrival)}`
  const name = vehicles.get(run.vehicle_id) ?? run.vehicle_id
  const facts = [
    words[run.status],
    words.bins(binCount(run)),
    `${words.about} ${weight(run.totals.kg)}`,
    kilometres(run.totals.distance_m),
  ]
  return element(
    'article',
    { class: 'run' },
    element('h3', {}, [name, run.driver, times].filter(Boolean).join(' · ')),
    element('p', { class: 'quiet' }, facts.join(' · ')),
    element('ol', { class: 'rows' }, ...run.stops.map((stop) => stopRow(stop))),
  )
}

export function stopRow(stop, ...extra) {
  const outcome = stop.result && words.outcomes[stop.result.outcome]
  return element(
    'li',
    { class: stop.result ? 'done' : undefined },
    element('span', { class: 'seq' }, `${stop.seq}`),
    element(
      'div',
      { class: 'body' },
      element('strong', {}, stop.name),
      element('p', { class: 'quiet' }, stop.reason.text),
      ...extra,
    ),
    element('span', { class: 'side quiet' }, outcome ?? clock(stop.arrival)),
  )
}

const binCount = ({ stops }) => stops.filter(({ kind }) => kind === 'container').length
