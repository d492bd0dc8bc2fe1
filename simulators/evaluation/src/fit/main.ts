// What real containers say of how unevenly they fill: the table in docs/evaluation.md.
//   node simulators/evaluation/src/fit/main.ts FOLDER   (with the Frankfurt and Edinburgh recordings)
import { join } from 'node:path'
import { DAY_MS } from '@bakwacht/domain'
import { rowsOf } from '@bakwacht/simulators/world'
import { variancePerPoint } from './variance-per-point.ts'

const FRANKFURT = 'frankfurt_glass_12devices.csv.gz'
const EDINBURGH = 'edinburgh_litter_bin_collections_2016.csv'
/** A day on which the level falls by more than this is one of an emptying. */
const EMPTIED_PCT = 25
const FEWEST_DAYS = 15

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('wanted the folder of the recordings\n')
  process.exit(2)
}
for (const [device, days] of await frankfurt(join(folder, FRANKFURT))) tell(device.slice(-4), days)
const bins = await edinburgh(join(folder, EDINBURGH))
const own = bins.flatMap((days) => variancePerPoint(days, 1)?.perPoint ?? []).sort((a, b) => a - b)
process.stdout.write(`Edinburgh, ${own.length} bins, one day: median ${middle(own).toFixed(1)}\n`)

function tell(name: string, days: readonly (number | null)[]): void {
  const found = [1, 3, 7].map((window) => variancePerPoint(days, window))
  const cells = found.map((each) => (each === null ? '–' : each.perPoint.toFixed(1)).padStart(6))
  process.stdout.write(`${name}  ${found[0]?.meanPct.toFixed(1)} points a day ${cells.join('')}\n`)
}

/** Inflow of each day by device: steps of the daily median level, in percent of the range that it uses. */
async function frankfurt(file: string): Promise<Map<string, readonly (number | null)[]>> {
  const levels = new Map<string, Map<number, number[]>>()
  for await (const { values } of rowsOf(file)) {
    const distance = Number(values.distance_cm)
    if (!(distance > 10 && distance < 400)) continue
    const day = Math.floor(Date.parse(values.timestamp_utc ?? '') / DAY_MS)
    const days = levels.get(values.device_eui ?? '') ?? new Map<number, number[]>()
    levels.set(values.device_eui ?? '', days)
    days.set(day, [...(days.get(day) ?? []), distance])
  }
  return new Map([...levels].map(([device, days]) => [device, inflowOf(days)]))
}

function inflowOf(days: ReadonlyMap<number, readonly number[]>): readonly (number | null)[] {
  const distance = new Map([...days].map(([day, all]) => [day, middle(all)]))
  const sorted = [...distance.values()].sort((a, b) => a - b)
  const full = sorted[Math.floor(0.03 * sorted.length)] ?? 0
  const empty = sorted[Math.floor(0.97 * sorted.length)] ?? 1
  const pct = (day: number) => {
    const cm = distance.get(day)
    return cm === undefined ? undefined : (100 * (empty - cm)) / (empty - full)
  }
  const numbers = [...distance.keys()]
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  return Array.from({ length: last - first }, (_, n) => {
    const [before, after] = [pct(first + n), pct(first + n + 1)]
    if (before === undefined || after === undefined) return null
    return after - before < -EMPTIED_PCT ? null : after - before
  })
}

/** Between collections about a day apart: what came since the one before. */
async function edinburgh(file: string): Promise<readonly (readonly number[])[]> {
  const visits = new Map<string, { at: number; before: number; after: number }[]>()
  for await (const { values } of rowsOf(file)) {
    const visit = {
      at: Date.parse(`${values.collected_at_europe_london}Z`),
      before: Number(values.fill_before_pct),
      after: Number(values.fill_after_pct),
    }
    visits.set(values.site_id ?? '', [...(visits.get(values.site_id ?? '') ?? []), visit])
  }
  const bins = [...visits.values()].map((own) => {
    const inOrder = own.toSorted((a, b) => a.at - b.at)
    return inOrder.slice(1).flatMap((visit, n) => {
      const last = inOrder[n]
      const days = (visit.at - (last?.at ?? visit.at)) / DAY_MS
      if (last === undefined || days < 0.7 || days > 1.3) return []
      return [Math.max(visit.before - last.after, 0) / days]
    })
  })
  return bins.filter((days) => days.length >= FEWEST_DAYS)
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}
