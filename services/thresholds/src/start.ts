import type { Running, Surroundings } from '@bakwacht/runtime'
import { openStores } from '@bakwacht/stores'
import { openCsvOutdoor } from './outdoor/csv-outdoor.ts'
import { createThresholds } from './service.ts'

/** Thresholds alone in a process, on the stores that the configuration names. */
export async function startThresholds(surroundings: Surroundings): Promise<Running> {
  const { config, clock, log } = surroundings
  const { timezone, alarmWebhook, weatherCsv } = config
  const outdoor = weatherCsv === undefined ? undefined : await openCsvOutdoor(weatherCsv, log)
  const stores = await openStores(surroundings)
  const { telemetry, registry } = stores
  const thresholds = createThresholds({
    ...{ telemetry, registry, clock, log, timezone, alarmWebhook, outdoor },
  })
  thresholds.start()
  return {
    async stop() {
      await thresholds.stop()
      await stores.stop()
    },
  }
}
