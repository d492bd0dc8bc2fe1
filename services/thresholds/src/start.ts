import { type Running, type Surroundings, serveOperations } from '@bakwacht/runtime'
import { addReadingMetrics, openStores } from '@bakwacht/stores'
import { addThresholdsMetrics } from './metrics.ts'
import { openOutdoor } from './outdoor/open-outdoor.ts'
import { createThresholds } from './service.ts'
import { answerOthers } from './trial/answer-others.ts'

/** Thresholds alone in a process, on the stores that the configuration names. */
export async function startThresholds(surroundings: Surroundings): Promise<Running> {
  const { config, clock, log, metrics } = surroundings
  const { timezone, alarmWebhook, weatherCsv } = config
  const outdoor = await openOutdoor(weatherCsv, log)
  const stores = await openStores(surroundings)
  const { telemetry, registry } = stores
  const thresholds = createThresholds({
    ...{ telemetry, registry, clock, log, timezone, alarmWebhook, outdoor },
  })
  addReadingMetrics(metrics, telemetry)
  addThresholdsMetrics(metrics, thresholds)
  const operations = await serveOperations({
    ...{ config, metrics, log },
    ready: async () => {
      await Promise.all([telemetry.ready(), registry.ready()])
    },
  })
  thresholds.start()
  const { jobs } = registry
  const answering = answerOthers({ ...thresholds, jobs, clock, log })
  return {
    async stop() {
      await Promise.all([thresholds.stop(), answering.stop()])
      await operations.stop()
      await stores.stop()
    },
  }
}
