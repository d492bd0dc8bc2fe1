// The status page for planners: what is collected, why, and what is wrong, in this order.
import { read } from './api.js'
import { element } from './element.js'
import { dampMark, markOf } from './marks.js'
import { dateOf, dayName, moment, percent } from './numbers.js'
import { runSection, summary } from './runs.js'
import { why } from './why.js'
import { words } from './words.js'

const MOST_SHOWN = 50
const SEVERITIES = ['alarm', 'warning', 'notice']
const MARKS = ['alarm', 'must', 'may', 'fine', 'unknown', 'retired']

export async function showDesk(main, now) {
  const [fleet, alerts, plans, vehicles] = await Promise.all([
    read('/containers.geojson'),
    read('/alerts?open=true&limit=1000'),
    read('/plans?limit=20'),
    read('/vehicles?limit=1000'),
  ])
  const bins = fleet.features.map(({ properties }) => properties)
  const names = new Map(bins.map(({ id, name }) => [id, name]))
  const vans = new Map(vehicles.items.map(({ id, name }) => [id, name]))
  const [today, ...next] = planSections(plans.items, dateOf(now), vans, names)
  main.replaceChildren(
    counts(bins),
    element(
      'div',
      { class: 'desk' },
      today,
      element(
        'div',
        { class: 'wrong' },
        alertSection(alerts.items, bins),
        attention(bins, alerts.items),
      ),
      ...next,
    ),
  )
}

function counts(bins) {
  const live = bins.filter(({ mark }) => mark !== 'retired')
  const damp = live.filter(isDamp).length
  const byMark = MARKS.map((mark) => [mark, bins.filter((bin) => bin.mark === mark).length])
  const count = (mark, n, word) => element('li', {}, mark, element('b', {}, `${n}`), word)
  return element(
    'ul',
    { class: 'counts' },
    ...byMark
      .filter(([mark, n]) => n > 0 || mark === 'must')
      .map(([mark, n]) => count(markOf({ mark, fill_pct: SAMPLE[mark] ?? 0 }), n, words[mark])),
    damp > 0 ? count(dampMark(), damp, words.damp) : undefined,
  )
}

const SAMPLE = { may: 55, fine: 25 }

/** Today's plan and the next one: runs first, then who was left out. */
function planSections(plans, today, vans, names) {
  const dates = [...new Set(plans.map(({ date }) => date))].filter((date) => date >= today).sort()
  if (dates.length === 0)
    return [section(words.runs, element('p', { class: 'quiet' }, words.noRuns))]
  return dates.slice(0, 2).map((date) => {
    const ofDay = plans.filter((plan) => plan.date === date)
    const runs = ofDay.flatMap((plan) => plan.runs)
    const leftOut = ofDay.flatMap((plan) => plan.not_collected)
    return section(
      date === today ? words.runs : dayName(date),
      element('p', { class: 'summary' }, summary(runs)),
      ...ofDay.filter(({ message }) => message).map(({ message }) => element('p', {}, message)),
      ...runs.map((run) => runSection(run, vans)),
      leftOutList(leftOut, names),
    )
  })
}

function leftOutList(leftOut, names) {
  if (leftOut.length === 0) return undefined
  return element(
    'details',
    {},
    element('summary', {}, `${words.leftOut} (${leftOut.length})`),
    element(
      'ul',
      { class: 'rows' },
      ...leftOut.map(({ container_id: id, reason }) =>
        element('li', {}, body(names.get(id) ?? id, reason.text)),
      ),
    ),
  )
}

function alertSection(alerts, bins) {
  const byId = new Map(bins.map((bin) => [bin.id, bin]))
  const worstFirst = alerts.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  )
  const rows = worstFirst.slice(0, MOST_SHOWN).map((alert) => {
    const bin = byId.get(alert.container_id)
    return element(
      'li',
      {},
      markOf(bin ?? { mark: 'unknown' }),
      body(bin?.name ?? alert.container_id, alert.text),
      element('span', { class: 'side quiet' }, `${words.since} ${moment(alert.raised_at)}`),
    )
  })
  return section(`${words.alerts} (${alerts.length})`, list(rows, words.noAlerts))
}

function attention(bins, alerts) {
  const texts = Map.groupBy(alerts, ({ container_id: id }) => id)
  const wanting = bins
    .filter((bin) => bin.mark === 'alarm' || bin.mark === 'must' || bin.mark === 'unknown')
    .sort((a, b) => rank(a) - rank(b) || (b.fill_pct ?? 0) - (a.fill_pct ?? 0))
  const rows = wanting.slice(0, MOST_SHOWN).map((bin) => {
    const told = (texts.get(bin.id) ?? []).map(({ text }) => text).join(' ')
    return element(
      'li',
      {},
      markOf(bin),
      body(bin.name, told || inShort(bin), why(bin.id)),
      level(bin),
    )
  })
  return section(`${words.attention} (${wanting.length})`, list(rows, words.noAttention))
}

const rank = ({ mark }) => MARKS.indexOf(mark)
const isDamp = ({ damp }) => damp === 'damp' || damp === 'water_ingress'

/** Where no alert says it: what it is, and when it was last heard of. */
function inShort(bin) {
  const { mark, last_reading_at: at } = bin
  const state = isDamp(bin) ? words.damp : words[mark]
  return at === null ? state : `${state} · ${words.lastReading} ${moment(at)}`
}

function level({ fill_pct: pct, fill_source: source }) {
  if (pct === null) return undefined
  // An estimate of inflow goes on beyond full; a bin does not.
  const shown = Math.min(pct, 100)
  const text = source === 'estimate' ? `${words.estimated} ${percent(shown)}` : percent(shown)
  return element('span', { class: 'side' }, text)
}

const section = (title, ...children) =>
  element('section', {}, element('h2', {}, title), ...children)

const body = (name, text, ...more) =>
  element(
    'div',
    { class: 'body' },
    element('strong', {}, name),
    element('p', { class: 'quiet' }, text),
    ...more,
  )

const list = (rows, none) =>
  rows.length === 0
    ? element('p', { class: 'quiet' }, none)
    : element('ul', { class: 'rows' }, ...rows)
