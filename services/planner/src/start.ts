import { randomUUID } from 'node:crypto'
import { createJudgingClient } from '@bakwacht/plan-queue'
import { openRegistry } from '@bakwacht/registry'
import { openRoads } from '@bakwacht/roads'
import { ConfigError, type Running, type Surroundings, serveOperations } from '@bakwacht/runtime'
import { addPlannerMetrics } from './metrics.ts'
import { createPlanner } from './service.ts'

/** The planner alone in a process, on the registry that it shares with the others. */
export async function startPlanner({
  config,
  clock,
  log,
  metrics,
}: Surroundings): Promise<Running> {
  const { databaseUrl, dataDir, valhalla, timezone, planCron } = config
  if (databaseUrl === undefined)
    throw new ConfigError(
      'BAKWACHT_DATABASE_URL: got nothing, wanted the PostgreSQL that the processes share',
    )
  const registry = await openRegistry({ url: databaseUrl }, { clock })
  const roads = openRoads({
    ...{ dataDir, log, clock },
    valhallaUrl: valhalla.url,
    valhallaTiles: valhalla.tiles,
  })
  const planner = createPlanner({
    registry,
    roads,
    judgeOtherwise: createJudgingClient({ jobs: registry.jobs, clock }),
    clock,
    ids: randomUUID,
    log,
    timezone,
    cron: planCron,
  })
  addPlannerMetrics(metrics, planner, roads)
  const ready = () => registry.ready()
  const operations = await serveOperations({ config, metrics, log, ready })
  planner.start()
  return {
    async stop() {
      await planner.stop()
      await operations.stop()
      await registry.stop()
    },
  }
}
