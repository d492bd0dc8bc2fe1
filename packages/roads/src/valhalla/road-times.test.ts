import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LonLat } from '@bakwacht/domain'
import { silentLog } from '@bakwacht/runtime'
import { temporaryFolder } from '@bakwacht/test-support'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { openPairCache } from '../pairs/pair-cache.ts'
import { NoWay, RoadsUnavailable } from '../travel-times.ts'
import {
  AARSCHOT,
  inChild,
  inMemory,
  LEUVEN,
  LIER,
  MECHELEN,
  overheard,
  testMap,
  timesOn,
  truck,
  van,
} from './valhalla.fixture.ts'
import type { Valhalla } from './valhalla.ts'

const map = await testMap()
const valhalla = map && inChild(map)
afterAll(() => valhalla?.stop())

const real = (): Valhalla => {
  if (valhalla === undefined) throw new Error('skipped without Valhalla')
  return valhalla
}
/** In the North Sea, and in Amsterdam: the map has neither. */
const AT_SEA: LonLat = [3.1, 51.6]
const AMSTERDAM: LonLat = [4.9, 52.37]
/** So many places in the streets of Mechelen. */
const inTown = (count: number): LonLat[] =>
  Array.from({ length: count }, (_, n) => [
    4.47 + (n % 10) * 0.002,
    51.02 + Math.floor(n / 10) * 0.001,
  ])
const sourcesOf = (asked: readonly object[]) =>
  asked.flatMap((request) => ('sources' in request ? [(request.sources as object[]).length] : []))

describe.skipIf(valhalla === undefined)('road times', () => {
  test('what was asked once is known for good, also to the next start', async () => {
    using folder = temporaryFolder('roads')
    const file = join(folder.path, 'pairs.sqlite')
    const first = openPairCache(file, silentLog)
    const before = await timesOn(real(), first).matrix([LEUVEN, LIER], van)
    first.close()

    const second = openPairCache(file, silentLog)
    const listening = overheard(real())
    const after = await timesOn(listening, second).matrix([LEUVEN, LIER], van)
    second.close()
    expect(after).toEqual(before)
    expect(listening.asked).toEqual([])
  })

  test('a new place adds its row and its column, and nothing else is asked', async () => {
    const cache = inMemory()
    await timesOn(real(), cache).matrix([LEUVEN, LIER, MECHELEN], van)
    const listening = overheard(real())
    await timesOn(listening, cache).matrix([LEUVEN, LIER, MECHELEN, AARSCHOT], van)
    const [located, pairs, ...more] = listening.asked
    expect(located).toMatchObject({ action: 'locate', locations: [{ lon: 4.8326 }] })
    expect(pairs).toMatchObject({ action: 'sources_to_targets' })
    expect(more).toEqual([])
  })

  test('vehicles of another size, and another map, share nothing', async () => {
    const cache = inMemory()
    const listening = overheard(real())
    await timesOn(listening, cache, 'one').matrix([LEUVEN, LIER], van)
    await timesOn(listening, cache, 'one').matrix([LEUVEN, LIER], truck)
    await timesOn(listening, cache, 'two').matrix([LEUVEN, LIER], van)
    expect(sourcesOf(listening.asked)).toEqual([2, 2, 2])
  })

  test('a heavy truck takes longer than a van', async () => {
    const times = timesOn(real())
    const [byVan, byTruck] = [
      await times.matrix([LEUVEN, LIER], van),
      await times.matrix([LEUVEN, LIER], truck),
    ]
    expect(byTruck.durations[1]).toBeGreaterThan(byVan.durations[1] ?? Infinity)
  })

  test('more places than one request holds are asked for in blocks, row by row the same', async () => {
    const many = inTown(60)
    const listening = overheard(real())
    const shares: number[] = []
    const matrix = await timesOn(listening).matrix(many, van, {
      onProgress: (share) => shares.push(share),
    })
    expect(sourcesOf(listening.asked)).toEqual([50, 50, 10, 10])
    expect(shares).toEqual([50 / 60, 1])
    const [a, b] = [many[7] ?? LIER, many[55] ?? LIER]
    const alone = await timesOn(real()).matrix([a, b], van)
    // Searches of different extent may settle on ways of nearly the same cost.
    expect(matrix.durations[7 * 60 + 55] ?? 0).toBeGreaterThan((alone.durations[1] ?? 0) * 0.95)
    expect(matrix.durations[7 * 60 + 55] ?? 0).toBeLessThan((alone.durations[1] ?? 0) * 1.05)
  }, 60_000)

  test('what no road comes near has no way to it, and the others keep theirs', async () => {
    const { offRoad, durations } = await timesOn(real()).matrix(
      [LEUVEN, AT_SEA, LIER, AMSTERDAM],
      van,
    )
    expect(offRoad).toEqual(
      new Map([
        [1, { nearestM: null }],
        [3, { nearestM: null }],
      ]),
    )
    expect([...durations.subarray(4, 8)]).toEqual([Infinity, 0, Infinity, Infinity])
    expect(durations[2]).toBeGreaterThan(600)
    expect(durations[1]).toBe(Infinity)
  })

  test('a route to where no road is has no way', async () => {
    await expect(timesOn(real()).route([LEUVEN, AT_SEA], van)).rejects.toThrow(NoWay)
  })

  test('a route of more points than a request holds has all its legs', async () => {
    const points: LonLat[] = Array.from({ length: 45 }, (_, n) => (n % 2 ? LIER : MECHELEN))
    const legs = await timesOn(real()).route(points, truck)
    expect(legs).toHaveLength(44)
    expect(new Set(legs.map(({ distanceM }) => distanceM)).size).toBe(2)
  })

  test('an aborted matrix is given up, and what it had found is kept', async () => {
    const cache = inMemory()
    const stopping = new AbortController()
    const many = inTown(101)
    const given = timesOn(real(), cache).matrix(many, van, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('no longer wanted')),
    })
    await expect(given).rejects.toThrow('no longer wanted')
    expect(cache.size().pairs).toBe(50 * 100)
  }, 60_000)

  test.each(['no database at all', ''])(
    'a cache that reads “%s” is begun anew, and the answer is right',
    async (text) => {
      using folder = temporaryFolder('roads')
      const file = join(folder.path, 'pairs.sqlite')
      writeFileSync(file, text.padEnd(text === '' ? 0 : 5000))
      const cache = openPairCache(file, silentLog)
      const { durations } = await timesOn(real(), cache).matrix([LEUVEN, LIER], van)
      expect(durations[1]).toBeGreaterThan(600)
      expect(cache.size().pairs).toBe(2)
      cache.close()
    },
  )

  test('a damaged row is asked for again', async () => {
    using folder = temporaryFolder('roads')
    const file = join(folder.path, 'pairs.sqlite')
    const cache = openPairCache(file, silentLog)
    const before = await timesOn(real(), cache).matrix([LEUVEN, LIER], van)
    const vandal = new Database(file)
    vandal.exec(`update rows set pairs = x'0102030405060708090a0b0c0d0e0f10' where place = 1`)
    vandal.close()
    const listening = overheard(real())
    expect(await timesOn(listening, cache).matrix([LEUVEN, LIER], van)).toEqual(before)
    expect(sourcesOf(listening.asked)).toEqual([1])
    cache.close()
  })
})

test('an answer that is none of Valhalla’s is refused, not believed', async () => {
  const other: Valhalla = { ask: async () => ({ hello: 'world' }), stop: async () => {} }
  await expect(timesOn(other).matrix([LEUVEN, LIER], van)).rejects.toThrow(RoadsUnavailable)
  await expect(timesOn(other).route([LEUVEN, LIER], van)).rejects.toThrow(
    'not an answer of Valhalla',
  )
})
