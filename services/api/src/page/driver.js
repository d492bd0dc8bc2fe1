// One run for its driver: the stops, and two buttons for the next of them.
import { read, send } from './api.js'
import { element } from './element.js'
import { clock, dateOf, dayName } from './numbers.js'
import { stopRow } from './runs.js'
import { words } from './words.js'

export function showLinkOver(main) {
  main.replaceChildren(element('p', { class: 'quiet' }, words.linkOver))
}

/** A link's own run; for who drives without a link, the first of the day that is not over. */
export async function showRun(main, now, again) {
  const today = dateOf(now)
  const { items } = await read(`/runs?date=${today}`)
  const run = items.find(({ status }) => status === 'approved' || status === 'started') ?? items[0]
  if (run === undefined) {
    main.replaceChildren(element('p', { class: 'quiet' }, words.noRuns))
    return
  }
  const times = `${clock(run.departure)}–${clock(run.arrival)}`
  const when = run.date === today ? times : `${dayName(run.date)} · ${times}`
  const next = run.stops.find(({ result }) => result === null)
  main.replaceChildren(
    element('p', { class: 'summary' }, when),
    element(
      'ol',
      { class: 'rows' },
      ...run.stops.map((stop) => stopRow(stop, stop === next ? buttons(run, stop, again) : '')),
    ),
  )
}

function buttons(run, stop, again) {
  const [lon, lat] = stop.location.coordinates
  const done = stop.kind === 'unload' ? 'unloaded' : 'emptied'
  const report = (outcome) => async (event) => {
    event.target.disabled = true
    const path = `/runs/${encodeURIComponent(run.id)}/stops/${encodeURIComponent(stop.id)}/result`
    const key = { 'idempotency-key': `${outcome}-${run.version}` }
    // Taken or not: what stands there now is shown next.
    await send(path, { outcome }, key).catch(() => {})
    again()
  }
  return element(
    'div',
    {},
    element('a', { href: `geo:${lat},${lon}` }, words.navigate),
    element(
      'div',
      { class: 'outcomes' },
      element('button', { class: 'main', click: report(done) }, words[done]),
      element('button', { click: report('blocked') }, words.couldNot),
    ),
  )
}
