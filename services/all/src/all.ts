// Everything in one process, the way most users run it.
import { randomUUID } from 'node:crypto'
import { decodeOnly } from '@bakwacht/acceptance'
import { Announcer, keepEventLogShort } from '@bakwacht/announcer'
import { type Api, createApi } from '@bakwacht/api'
import { addPlannerMetrics, createPlannerOnThread, type PlannerOnThread } from '@bakwacht/planner'
import type { Registry } from '@bakwacht/registry'
import { addCounterMetrics, type Running, type Surroundings, stopAll } from '@bakwacht/runtime'
import { openStores, type Stores } from '@bakwacht/stores'
import {
  addThresholdsMetrics,
  createThresholds,
  openOutdoor,
  type Thresholds,
} from '@bakwacht/thresholds'
import { type Door, openExternalDoor } from './door.ts'
import { openEmbeddedDoor } from './embedded-door.ts'

export interface All extends Running {
  readonly http: string
  readonly mqtt: string
  readonly registry: Registry
}

/** Opens the stores, then whoever works on them, then the doors: nobody comes in before we are able. */
export async function startAll(surroundings: Surroundings): Promise<All> {
  const { config, clock, log, metrics } = surroundings
  const begun: Running[] = []
  const begin = <Part extends Running>(part: Part): Part => {
    begun.push(part)
    return part
  }
  /** Doors first, stores last: the other way round. */
  const stop = () => stopAll(begun.splice(0).reverse())
  try {
    const stores = begin(await openStores(surroundings))
    const { telemetry, registry } = stores
    begin(keepEventLogShort({ events: registry.events, clock, log }))

    const { timezone, alarmWebhook, weatherCsv } = config
    const outdoor = await openOutdoor(weatherCsv, log)
    const thresholds = begin(
      createThresholds({
        ...{ telemetry, registry, clock, log, timezone, alarmWebhook, outdoor },
      }),
    )
    addThresholdsMetrics(metrics, thresholds)
    thresholds.start()

    const planner = begin(plannerFor(surroundings, stores, thresholds))
    addPlannerMetrics(metrics, () => planner.totals)

    const door = begin(await openDoor(surroundings, stores))
    const announcer = begin(new Announcer({ registry, publish: door.publish, log }))
    announcer.start()
    door.onReconnect(() => announcer.sayAgain())

    const api = begin(
      createApi({
        ...{ config, registry, telemetry, planMaker: planner, clock, log, metrics },
        decode: decodeOnly,
        ids: randomUUID,
      }),
    )
    // Ended before the API, which waits for what was asked: nobody waits for a search of minutes.
    begin({ stop: () => planner.stop() })
    // The thread looks later than this: a fleet that came meanwhile has missed nothing.
    const { items: fleet } = await registry.containers.page({ limit: 1 })
    planner.start(fleet.length === 0 ? clock() : undefined)
    const http = await listen(api, surroundings)
    log.info({ http, mqtt: door.mqtt, mqttWs: door.mqttWs }, 'listening')
    return { http, mqtt: door.mqtt, registry, stop }
  } catch (error) {
    await stop().catch((err) => log.error({ err }, 'not all that had begun could be stopped'))
    throw error
  }
}

/** In a thread of its own: who asks meanwhile waits for no plan. */
const plannerFor = (
  { config }: Surroundings,
  { registrySource: registry }: Stores,
  { judgeOtherwise }: Thresholds,
): PlannerOnThread =>
  createPlannerOnThread({
    settings: {
      ...{ registry, dataDir: config.dataDir, timezone: config.timezone, cron: config.planCron },
      ...{ valhallaUrl: config.valhalla.url, valhallaTiles: config.valhalla.tiles },
    },
    logLevel: config.logLevel,
    rehearsed: config.rehearsed,
    judgeOtherwise,
  })

async function openDoor(surroundings: Surroundings, stores: Stores): Promise<Door> {
  const { url } = surroundings.config.mqtt
  const door =
    url === undefined
      ? await openEmbeddedDoor(surroundings, stores)
      : await openExternalDoor(surroundings, stores, url)
  addCounterMetrics(surroundings.metrics, {
    prefix: 'bakwacht_door',
    about: 'At the MQTT door',
    read: () => door.counters,
    gauges: ['connections'],
  })
  return door
}

async function listen(api: Api, { config }: Surroundings): Promise<string> {
  const { port } = await api.listen()
  const { host } = config.http
  const shown = host.includes(':') ? `[${host}]` : host
  return `${config.tls === undefined ? 'http' : 'https'}://${shown}:${port}`
}
