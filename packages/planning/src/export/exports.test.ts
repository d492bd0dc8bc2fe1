import { encodePolyline } from '@bakwacht/domain'
import { describe, expect, test } from 'vitest'
import { planDay } from '../plan-day.fixture.ts'
import { at, bin, depot, snapshot, stateOf, van, ZONE } from '../planning.fixture.ts'
import { rfc3339 } from './rfc3339.ts'
import { runCsv } from './run-csv.ts'
import { runGeoJson } from './run-geo-json.ts'
import { runGpx } from './run-gpx.ts'

const containers = [
  bin(1, { name: 'Kerk & "Plein", 3', municipality: 'Mechelen' }),
  bin(2, { name: '=cmd()', municipality: 'Lier' }),
]
const states = containers.map((each) => stateOf(each, 85))
const [run] = planDay(snapshot({ containers, states })).runs
if (run === undefined) throw new Error('expected a run')
const context = { language: 'en', timezone: ZONE, depot, vehicle: van(), containers } as const

describe('a run exported', () => {
  test('as GeoJSON: its way from and to the depot, and its stops', () => {
    const { type, features } = runGeoJson(run, context)
    expect(type).toBe('FeatureCollection')
    const [way, ...stops] = features
    expect(way?.geometry.coordinates.at(0)).toEqual(depot.location)
    expect(way?.geometry.coordinates.at(-1)).toEqual(depot.location)
    expect(way?.properties).toMatchObject({ run_id: run.id, vehicle: 'Van 1', kg: run.totals.kg })
    expect(stops.map(({ properties }) => properties.seq)).toEqual([1, 2, 3])
    expect(stops[0]?.properties).toMatchObject({
      kind: 'container',
      reason: 'full',
      reason_text: expect.stringMatching(/^Full: 85 %/),
      arrival: expect.stringMatching(/^2026-11-23T\d\d:\d\d:\d\d\+01:00$/),
    })
  })

  test('as GPX 1.1: a route with names escaped', () => {
    const gpx = runGpx(run, context)
    expect(gpx).toContain('<gpx version="1.1"')
    expect(gpx.match(/<rtept /g)).toHaveLength(5)
    expect(gpx).toContain('Kerk &amp; &quot;Plein&quot;, 3')
    expect(gpx).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/)
  })

  test('follows the roads where its way is known, and goes straight where not', () => {
    const curved = [depot.location, [4.49, 51.04], [4.5, 51.05]] as const
    const onRoads = { ...run, way: [encodePolyline(curved), '', '', ''] }
    const [way] = runGeoJson(onRoads, context).features
    expect(way?.properties.travel_times).toBe('roads')
    expect(way?.geometry.coordinates.slice(0, 4)).toEqual([...curved, run.stops[0]?.location])
    expect(way?.geometry.coordinates.at(-1)).toEqual(depot.location)
    expect(runGpx(onRoads, context)).toContain('<trkpt lat="51.04" lon="4.49"/>')

    expect(runGeoJson(run, context).features[0]?.properties.travel_times).toBe('estimate')
    expect(runGpx(run, context)).not.toContain('<trk>')
  })

  test('as CSV: a header, one stop a line, quotes doubled, no formulas', () => {
    const lines = runCsv(run, context).split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^stop,trip,arrival,departure,kind,name,/)
    expect(lines.at(-1)).toBe('')
    const plein = lines.find((line) => line.includes('Plein'))
    expect(plein).toContain('"Kerk & ""Plein"", 3",Mechelen,bin-1')
    expect(lines.find((line) => line.includes('cmd'))).toContain(",'=cmd(),Lier,")
  })
})

test.each([
  [at('12:00'), ZONE, '2026-11-23T12:00:00+01:00'],
  [at('12:00', '2026-07-01'), ZONE, '2026-07-01T12:00:00+02:00'],
  [Date.UTC(2026, 6, 1), 'America/St_Johns', '2026-06-30T21:30:00-02:30'],
  [Date.UTC(2026, 6, 1), 'UTC', '2026-07-01T00:00:00+00:00'],
])('%d in %s is %s', (instant, zone, text) => {
  expect(rfc3339(instant, zone)).toBe(text)
  expect(Date.parse(text)).toBe(instant)
})
