import { type Container, localDate, type Run } from '@bakwacht/domain'
import type { ApiContext, App } from '../context.ts'
import { depotFromWire, depotSchema, depotToWire, newDepotSchema } from '../schemas/depot.ts'
import { registerRoutes } from './register-routes.ts'
import { type Needing, refuseInUse, retirePlaceRoute } from './retire-place.ts'

export function depotRoutes(app: App, context: ApiContext): void {
  const { depots } = context.registry
  const needing: Needing = (id) => needingDepot(id, context)

  registerRoutes(app, context, {
    path: 'depots',
    kind: 'depot',
    register: depots,
    schema: depotSchema,
    newSchema: newDepotSchema,
    toWire: depotToWire,
    fromWire: depotFromWire,
    check: async ({ id, active }) => {
      if (!active) await refuseInUse('depot', id, needing)
    },
  })
  retirePlaceRoute(app, { path: 'depots', kind: 'depot', register: depots, needing })
}

/** What would have no depot without it, and runs yet to be driven from there. */
async function needingDepot(
  id: string,
  { registry, clock, config }: ApiContext,
): Promise<readonly string[]> {
  const [vehicles, containers] = await Promise.all([
    registry.vehicles.all(),
    registry.containers.all(),
  ])
  const isOf = ({ active, depotId }: Pick<Container, 'active' | 'depotId'>) =>
    active && depotId === id
  return [
    ...vehicles.filter(isOf).map((vehicle) => `vehicle "${vehicle.id}"`),
    ...containers.filter(isOf).map((container) => `container "${container.id}"`),
    ...(await comingRuns(registry, id, localDate(clock(), config.timezone))),
  ]
}

async function comingRuns(
  { plans }: ApiContext['registry'],
  depotId: string,
  fromDate: string,
): Promise<readonly string[]> {
  const coming: string[] = []
  let cursor: string | null = null
  do {
    const { items, nextCursor } = await plans.page({
      limit: 20,
      ...(cursor !== null && { cursor }),
    })
    const ahead = items.filter(({ plan }) => plan.date >= fromDate)
    for (const run of ahead.flatMap(({ runs }) => runs))
      if (run.depotId === depotId && YET_TO_DRIVE.has(run.status))
        coming.push(`run "${run.id}" on ${run.date}`)
    // The newest dates come first.
    cursor = ahead.length === items.length ? nextCursor : null
  } while (cursor !== null)
  return coming
}

const YET_TO_DRIVE: ReadonlySet<Run['status']> = new Set(['approved', 'started'])
