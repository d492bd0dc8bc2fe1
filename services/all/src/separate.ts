// One service alone in its process. Loaded only when asked for.
import type { Running, Surroundings } from '@bakwacht/runtime'
import type { SeparateService } from './deployment.ts'

type Start = (surroundings: Surroundings) => Promise<Running>

export async function separateService(service: SeparateService): Promise<Start> {
  switch (service) {
    case 'ingest':
      return (await import('@bakwacht/ingest')).startIngest
    case 'thresholds':
      return (await import('@bakwacht/thresholds')).startThresholds
    case 'planner':
      return (await import('@bakwacht/planner/start')).startPlanner
    case 'api':
      return (await import('@bakwacht/api')).startApi
  }
}
