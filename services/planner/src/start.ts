import { createJudgingClient } from '@bakwacht/plan-queue'
import { ConfigError, type Running, type Surroundings, serveOperations } from '@bakwacht/runtime'
import { addPlannerMetrics } from './metrics.ts'
import { openPlanner } from './open-planner.ts'

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
  const settings = {
    ...{ registry: { url: databaseUrl }, dataDir, timezone, cron: planCron },
    ...{ valhallaUrl: valhalla.url, valhallaTiles: valhalla.tiles },
  }
  const { planner, registry, roads, stop } = await openPlanner(settings, {
    ...{ clock, log },
    judging: ({ jobs }) => createJudgingClient({ jobs, clock }),
  })
  addPlannerMetrics(metrics, () => ({ planner: planner.counters, roads: roads.counters }))
  const ready = () => registry.ready()
  const operations = await serveOperations({ config, metrics, log, ready })
  planner.start()
  return {
    async stop() {
      await planner.stop()
      await operations.stop()
      await stop()
    },
  }
}
