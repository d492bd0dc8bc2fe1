// Which processes may run on which settings. Other combinations lose data quietly, so they are refused.
import { type Config, ConfigError, isLoopback } from '@bakwacht/runtime'

export const SEPARATE_SERVICES = ['ingest', 'thresholds', 'planner', 'api'] as const
export type SeparateService = (typeof SEPARATE_SERVICES)[number]
export type Deployment = 'all' | SeparateService

/** Wrong usage: what was got, and what there is. */
export class UsageError extends Error {}

/** @throws UsageError for anything but nothing or one service's name */
export function deploymentFrom(args: readonly string[]): Deployment {
  const [name = 'all', ...rest] = args
  const known = ['all', ...SEPARATE_SERVICES].find((service) => service === name)
  if (known === undefined || rest.length > 0)
    throw new UsageError(
      `got "${args.join(' ')}", wanted: npm start, or npm start -- ${SEPARATE_SERVICES.join('|')}`,
    )
  return known as Deployment
}

/** @throws ConfigError with every reason why this deployment cannot run on these settings */
export function refuseUnsound(deployment: Deployment, config: Config): void {
  const faults = [...separateFaults(deployment, config), ...openDoorFaults(deployment, config)]
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
}

function separateFaults(deployment: Deployment, config: Config): string[] {
  if (deployment === 'all') return []
  const faults: string[] = []
  if (config.databaseUrl === undefined)
    faults.push(
      `${deployment} alone needs BAKWACHT_DATABASE_URL: several processes share PostgreSQL, never one SQLite file`,
    )
  if (config.mqtt.url === undefined)
    faults.push(
      `${deployment} alone needs BAKWACHT_MQTT_URL: the embedded broker lives in the one-process deployment`,
    )
  return faults
}

function openDoorFaults(deployment: Deployment, config: Config): string[] {
  const servesHttp = deployment === 'all' || deployment === 'api'
  if (!servesHttp || isLoopback(config.http.host) || config.adminToken !== undefined) return []
  return [
    `BAKWACHT_HTTP_HOST ${config.http.host} lets other machines in: set BAKWACHT_ADMIN_TOKEN, or listen on 127.0.0.1`,
  ]
}
