import { randomUUID } from 'node:crypto'
import { openRegistry } from '@bakwacht/registry'
import { straightLine } from '@bakwacht/roads'
import { ConfigError, type Running, type Surroundings } from '@bakwacht/runtime'
import { createPlanner } from './service.ts'

/** The planner alone in a process, on the registry that it shares with the others. */
export async function startPlanner({ config, clock, log }: Surroundings): Promise<Running> {
  const { databaseUrl, timezone, planCron } = config
  if (databaseUrl === undefined)
    throw new ConfigError(
      'BAKWACHT_DATABASE_URL: got nothing, wanted the PostgreSQL that the processes share',
    )
  const registry = await openRegistry({ url: databaseUrl }, { clock })
  const planner = createPlanner({
    registry,
    travelTimes: straightLine(),
    clock,
    ids: randomUUID,
    log,
    timezone,
    cron: planCron,
  })
  planner.start()
  return {
    async stop() {
      await planner.stop()
      await registry.stop()
    },
  }
}
