// Everything in one process, the way most users run it.
import { randomUUID } from 'node:crypto'
import { decodeOnly } from '@bakwacht/acceptance'
import { Announcer, keepEventLogShort } from '@bakwacht/announcer'
import { type Api, createApi } from '@bakwacht/api'
import { addPlannerMetrics, createPlanner, createThreadSolver } from '@bakwacht/planner'
import type { Registry } from '@bakwacht/registry'
import { openRoads } from '@bakwacht/roads'
import { addCounterMetrics, type Running, type Surroundings } from '@bakwacht/runtime'
import { openStores } from '@bakwacht/stores'
import { addThresholdsMetrics, createThresholds, openOutdoor } from '@bakwacht/thresholds'
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
  const stop = async () => {
    for (const part of begun.splice(0).reverse()) await part.stop()
  }
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

    const { dataDir, valhalla } = config
    const roads = openRoads({
      ...{ dataDir, log, clock },
      valhallaUrl: valhalla.url,
      valhallaTiles: valhalla.tiles,
    })
    const planner = begin(
      createPlanner({
        ...{ registry, clock, log, timezone },
        roads,
        solver: createThreadSolver(),
        judgeOtherwise: thresholds.judgeOtherwise,
        ids: randomUUID,
        cron: config.planCron,
      }),
    )
    addPlannerMetrics(metrics, planner, roads)
    planner.start()

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
    const http = await listen(api, surroundings)
    log.info({ http, mqtt: door.mqtt, mqttWs: door.mqttWs }, 'listening')
    return { http, mqtt: door.mqtt, registry, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDoor(
  surroundings: Surroundings,
  stores: Parameters<typeof openEmbeddedDoor>[1],
): Promise<Door> {
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
