// How long road times take: an import, matrices that nobody has asked for yet, and those that are known.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { type LonLat, sizeOf } from '@bakwacht/domain'
import { openRoads, type TravelTimes } from '@bakwacht/roads'
import { silentLog } from '@bakwacht/runtime'
import { folderWithRoads, temporaryFolder } from '@bakwacht/test-support'
import { type Figure, median, type Report } from './figure.ts'
import { cpuSecondsOf } from './process-usage.ts'
import { childrenOf, largestRss } from './roads/children.ts'
import { startInstantServer } from './roads/instant-server.ts'
import { placesOnRoads, scatteredPlaces } from './roads/places.ts'
import { UsageError } from './usage-error.ts'

const truck = sizeOf({ type: 'truck', payloadKg: 3000 })
const COLD = [50, 200]
const MANY = 2000
const ROUNDS = 5

export async function benchRoads(
  report: Report,
  [file, unwanted]: readonly string[],
): Promise<void> {
  if (file === undefined || unwanted !== undefined)
    throw new UsageError(
      `got ${unwanted ?? 'no file'}, wanted: npm run bench -- roads FILE.osm.pbf`,
    )
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file`)
  using folder = folderWithRoads({ map: false }) ?? temporaryFolder('roads')
  await importMap(report, file, folder.path)
  await askMap(report, folder.path)
  await askWhatIsKnown(report)
}

async function importMap(report: Report, file: string, dataDir: string): Promise<void> {
  const command = join(import.meta.dirname, '../../packages/roads/src/cli/main.ts')
  const args = [command, 'import', file, '--data-dir', dataDir]
  const began = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, args)
  report({ name: 'import', value: (performance.now() - began) / 1000, unit: 's' })
  report({ name: 'tiles', value: Number(/(\d+) MB of tiles/.exec(stdout)?.[1]), unit: 'MB' })
}

async function askMap(report: Report, dataDir: string): Promise<void> {
  const roads = opened(dataDir)
  const times = await roads.current()
  const places = await placesOnRoads(times, truck, Math.max(...COLD))
  const [pid = 0] = childrenOf(process.pid)
  const memory = largestRss(pid)
  for (const count of COLD) {
    const cpu = cpuSecondsOf(pid)
    // The smaller one’s pairs are not among the larger one’s.
    const some = count === Math.max(...COLD) ? places : await placesOnRoads(times, truck, count)
    const ms = await timed(() => times.matrix(some, truck))
    const name = `${count} places, nothing known`
    report({ name, value: ms / 1000, unit: 's' })
    report({ name: `${name}: processor time`, value: cpuSecondsOf(pid) - cpu, unit: 's' })
  }
  report({ name: 'memory of Valhalla, largest', value: memory.stop() / 1e6, unit: 'MB' })
  report({ name: 'a new place among them', value: await addOne(times, places), unit: 'ms' })
  const route = () => times.route(places.slice(0, 40), truck)
  report({ name: 'the way of a run of 40 stops', value: await timed(route), unit: 'ms' })
  await roads.stop()
  await askAgain(report, dataDir, places)
}

async function addOne(times: TravelTimes, places: readonly LonLat[]): Promise<number> {
  const [another] = await placesOnRoads(times, truck, 1)
  return timed(() => times.matrix([...places, another ?? [0, 0]], truck))
}

async function askAgain(report: Report, dataDir: string, places: readonly LonLat[]): Promise<void> {
  const roads = opened(dataDir)
  const times = await roads.current()
  const matrix = () => times.matrix(places, truck)
  report({ name: `${places.length} places, known`, value: await medianOf(matrix), unit: 'ms' })
  await roads.stop()
}

/** The cache by itself: a stand-in for Valhalla answers at once. */
async function askWhatIsKnown(report: Report): Promise<void> {
  using folder = temporaryFolder('roads')
  await using server = await startInstantServer()
  const places = scatteredPlaces(MANY)
  const first = opened(folder.path, server.url)
  const fill = async () => (await first.current()).prepare(places, truck)
  report({
    name: `${MANY} places, an instant Valhalla`,
    value: (await timed(fill)) / 1000,
    unit: 's',
  })
  await first.stop()

  const roads = opened(folder.path, server.url)
  const times = await roads.current()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const goal = { goal: '< 2000' } satisfies Partial<Figure>
  const ms = await medianOf(() => times.matrix(places, truck))
  delay.disable()
  report({ name: `${MANY} places, known`, value: ms, unit: 'ms', ...goal })
  report({ name: 'longest wait of others meanwhile', value: delay.max / 1e6, unit: 'ms' })
  await roads.stop()
}

const opened = (dataDir: string, valhallaUrl?: string) =>
  openRoads({
    ...{ dataDir, valhallaUrl, valhallaTiles: undefined },
    ...{ log: silentLog, clock: Date.now },
  })

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) times.push(await timed(work))
  return median(times)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
