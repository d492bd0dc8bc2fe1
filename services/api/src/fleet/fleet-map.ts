// The fleet with its states as one GeoJSON text. A feature is written again only when its container,
// state or alerts are others than before, so pulling 5,000 bins every second costs a look-up each.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Alert, Container, ContainerState, Settings } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { featureOf } from './feature.ts'

export interface FleetMap {
  /** The fleet as it is now. */
  current(): Promise<WrittenFleet>
}

export interface WrittenFleet {
  readonly body: Buffer
  /** Another whenever `body` is. */
  readonly etag: string
  /** `body` with gzip: done once, when it is first wanted. */
  packed(): Promise<Buffer>
}

interface Written {
  readonly container: Container
  readonly state: ContainerState | undefined
  readonly alerts: string
  readonly text: string
}

/** Fast before small: a fleet of 5,000 goes from 2.1 to 0.16 MB in a fiftieth of a second. */
const LEVEL = 1
const gzipped = promisify(gzip)
const pack = (body: Buffer): Promise<Buffer> => gzipped(body, { level: LEVEL })

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined
  return () => (made ??= make())
}

interface Snapshot {
  readonly containers: readonly Container[]
  readonly states: readonly ContainerState[]
  readonly alerts: readonly Alert[]
  readonly settings: Settings
  readonly newestEvent: number
}

/** @param name tells this instance's ETags from those of others */
export function createFleetMap(registry: Registry, name: string): FleetMap {
  const written = new Map<string, Written>()
  let last: (WrittenFleet & { readonly of: Snapshot }) | undefined
  let generation = 0

  return {
    async current() {
      const now = await snapshot(registry, last?.of)
      if (last === undefined || !isSame(last.of, now)) {
        if (last?.of.settings.version !== now.settings.version) written.clear()
        generation++
        const body = write(now, written)
        last = { of: now, body, etag: `"${name}-${generation}"`, packed: once(() => pack(body)) }
      }
      return last
    },
  }
}

/** Asks for alerts only when something has happened: every alert that opens or ends is an event. */
async function snapshot(registry: Registry, before: Snapshot | undefined): Promise<Snapshot> {
  const newestEvent = await registry.events.newestId()
  const [containers, states, settings, alerts] = await Promise.all([
    registry.containers.all(),
    registry.states.all(),
    registry.settings.current(),
    before?.newestEvent === newestEvent ? before.alerts : registry.alerts.open(),
  ])
  return { containers, states, settings, alerts, newestEvent }
}

const isSame = (a: Snapshot, b: Snapshot) =>
  a.containers === b.containers &&
  a.states === b.states &&
  a.alerts === b.alerts &&
  a.settings.version === b.settings.version

function write(snapshot: Snapshot, written: Map<string, Written>): Buffer {
  const states = new Map(snapshot.states.map((state) => [state.containerId, state]))
  const alerts = Map.groupBy(snapshot.alerts, ({ containerId }) => containerId)
  const features = snapshot.containers.map((container) => {
    const state = states.get(container.id)
    const kinds = (alerts.get(container.id) ?? []).map(({ kind }) => kind)
    const key = kinds.join()
    const before = written.get(container.id)
    if (before?.container === container && before.state === state && before.alerts === key)
      return before.text
    const text = JSON.stringify(featureOf(container, state, kinds, snapshot.settings))
    written.set(container.id, { container, state, alerts: key, text })
    return text
  })
  return Buffer.from(`{"type":"FeatureCollection","features":[${features.join(',\n')}]}`)
}
