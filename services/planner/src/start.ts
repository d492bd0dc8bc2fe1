import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openRegistry } from '@bakwacht/registry'
import { straightLine } from '@bakwacht/roads'
import type { Running, Surroundings } from '@bakwacht/runtime'
import { createPlanner } from './service.ts'

/** The planner alone in a process, on the registry that the configuration names. */
export async function startPlanner({ config, clock, log }: Surroundings): Promise<Running> {
  const { databaseUrl, dataDir, timezone, planCron } = config
  const source = databaseUrl
    ? { url: databaseUrl }
    : { sqliteFile: join(dataDir, 'registry.sqlite') }
  const registry = await openRegistry(source, { clock })
  const planner = createPlanner({
    registry,
    clock,
    log,
    timezone,
    ids: randomUUID,
    cron: planCron,
    travelTimes: straightLine(),
  })
  planner.start()
  return {
    async stop() {
      await planner.stop()
      await registry.stop()
    },
  }
}
