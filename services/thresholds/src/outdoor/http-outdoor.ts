// Weather from an address that answers with the same CSV, asked for again every hour. It may hold the
// last days alone: what was known before is kept for two months.
import type { OutdoorHour } from '@bakwacht/domain'
import type { Log } from '@bakwacht/runtime'
import type { Outdoor } from './outdoor.ts'
import { parseWeather } from './weather-rows.ts'

const PATIENCE_MS = 20_000
const KEPT_HOURS = 60 * 24

/** A weather service that is away delays nothing: until it answers, nobody measures the weather. */
export async function openHttpOutdoor(url: string, log?: Pick<Log, 'warn'>): Promise<Outdoor> {
  let hours: ReadonlyMap<number, OutdoorHour> = new Map()
  const read = async (): Promise<void> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!answer.ok) throw new Error(`weather from ${url}: got status ${answer.status}, wanted 200`)
    const parsed = parseWeather(await answer.text())
    hours = merged(hours, parsed.hours)
    if (parsed.unreadable > 0) log?.warn({ url, rows: parsed.unreadable }, 'weather rows left out')
  }
  const refresh = () => read().catch((err) => log?.warn({ err, url }, 'weather not read'))
  await refresh()
  return { at: (hour) => hours.get(hour), refresh }
}

function merged(
  before: ReadonlyMap<number, OutdoorHour>,
  fresh: ReadonlyMap<number, OutdoorHour>,
): ReadonlyMap<number, OutdoorHour> {
  const all = new Map([...before, ...fresh])
  const newest = [...all.keys()].reduce((a, b) => Math.max(a, b), 0)
  return new Map([...all].filter(([hour]) => hour > newest - KEPT_HOURS))
}
