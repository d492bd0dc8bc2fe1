// One run for its driver: the stops, and two buttons for the next of them.
import { read, send } from './api.js'
import { element } from './element.js'
import { clock } from './numbers.js'
import { stopRow } from './runs.js'
import { words } from './words.js'

export async function showRun(main) {
  const { items } = await read('/runs?limit=1')
  const [run] = items
  if (run === undefined) {
    main.replaceChildren(element('p', { class: 'quiet' }, words.noRuns))
    return
  }
  const next = run.stops.find(({ result }) => result === null)
  main.replaceChildren(
    element('p', { class: 'summary' }, `${clock(run.departure)}–${clock(run.arrival)}`),
    element(
      'ol',
      { class: 'rows' },
      ...run.stops.map((stop) => stopRow(stop, stop === next ? buttons(run, stop, main) : '')),
    ),
  )
}

function buttons(run, stop, main) {
  const [lon, lat] = stop.location.coordinates
  const done = stop.kind === 'unload' ? 'unloaded' : 'emptied'
  const report = (outcome) => async (event) => {
    event.target.disabled = true
    const path = `/runs/${encodeURIComponent(run.id)}/stops/${encodeURIComponent(stop.id)}/result`
    await send(path, { outcome }, { 'idempotency-key': `${outcome}-${run.version}` })
    await showRun(main)
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
