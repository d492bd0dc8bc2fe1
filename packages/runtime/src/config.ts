// A process's configuration: read once from the environment, checked whole, frozen, passed by value.
import { isIP } from 'node:net'
import { z } from 'zod'
import type { RehearsedTime } from './clock.ts'
import { readBasemap, type SetBasemap } from './set-basemap.ts'
import { settingSchemas } from './setting.ts'

const PREFIX = 'BAKWACHT_'
/** Read by the tests, not by the product. */
const NOT_OURS = new Set(['REQUIRE', 'TEST_USAGE_LOG'])

const configSchema = z.object(settingSchemas)
type Settings = z.infer<typeof configSchema>

export interface Config {
  readonly dataDir: string
  readonly http: { readonly host: string; readonly port: number }
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly mqtt: {
    readonly host: string
    readonly port: number
    readonly wsPort: number
    /** An external broker; `undefined`: the embedded one. */
    readonly url: string | undefined
    readonly replica: string
    /** Where Mosquitto's `passwords` and `acl` are written; `undefined`: nowhere. */
    readonly mosquittoDir: string | undefined
  }
  readonly influx:
    | { readonly url: string; readonly token?: string; readonly database: string }
    | undefined
  /** PostgreSQL; `undefined`: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Road times from elsewhere than an imported map: at most one of both. */
  readonly valhalla: { readonly url: string | undefined; readonly tiles: string | undefined }
  /** `undefined`: the imported map. */
  readonly basemap: SetBasemap | undefined
  readonly timezone: string
  readonly planCron: string
  readonly adminToken: string | undefined
  readonly alarmWebhook: string | undefined
  readonly weatherCsv: string | undefined
  readonly publicUrl: string | undefined
  readonly logLevel: Settings['LOG_LEVEL']
  /** `undefined`: the real time. */
  readonly rehearsed: RehearsedTime | undefined
}

/** Every mistake in the environment, named together. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID'
}

/** @throws ConfigError naming each variable, what was got and what was wanted */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).filter(
    ([name, value]) => name.startsWith(PREFIX) && value !== undefined && value !== '',
  )
  const values = Object.fromEntries(
    given.map(([name, value]) => [name.slice(PREFIX.length), value]),
  )
  const parsed = configSchema.safeParse(values)
  const faults = [
    ...unknownNames(Object.keys(values)),
    ...(parsed.error?.issues ?? []).map((issue) => describeIssue(issue, values)),
    ...combinationFaults(values),
  ]
  if (parsed.data === undefined || faults.length > 0) throw new ConfigError(faults.join('\n'))
  return Object.freeze(configOf(parsed.data))
}

const unknownNames = (names: readonly string[]) =>
  names
    .filter((name) => !(name in settingSchemas) && !NOT_OURS.has(name))
    .map((name) => `${PREFIX}${name}: there is no such setting`)

function describeIssue(
  issue: z.core.$ZodIssue,
  values: Record<string, string | undefined>,
): string {
  const name = String(issue.path[0])
  // A secret must not come back in a log line.
  const got = /TOKEN|KEY|URL|WEBHOOK|BASEMAP/.test(name) ? 'a value' : JSON.stringify(values[name])
  return `${PREFIX}${name}: got ${got}: ${issue.message}`
}

function combinationFaults(values: Record<string, string | undefined>): string[] {
  const faults: string[] = []
  if ((values.TLS_CERT === undefined) !== (values.TLS_KEY === undefined))
    faults.push('BAKWACHT_TLS_CERT and BAKWACHT_TLS_KEY: got one of the two, wanted both or none')
  if (values.INFLUX_TOKEN !== undefined && values.INFLUX_URL === undefined)
    faults.push('BAKWACHT_INFLUX_TOKEN: got it without BAKWACHT_INFLUX_URL')
  if (values.CLOCK_SPEED !== undefined && values.CLOCK_AT === undefined)
    faults.push('BAKWACHT_CLOCK_SPEED: got it without BAKWACHT_CLOCK_AT')
  if (values.MOSQUITTO_DIR !== undefined && !namesUser(values.MQTT_URL))
    faults.push(
      'BAKWACHT_MOSQUITTO_DIR: got it without the backend’s own account, wanted BAKWACHT_MQTT_URL with a user and a password',
    )
  if (values.VALHALLA_URL !== undefined && values.VALHALLA_TILES !== undefined)
    faults.push('BAKWACHT_VALHALLA_URL and BAKWACHT_VALHALLA_TILES: got both, wanted one')
  return faults
}

function namesUser(url = ''): boolean {
  if (!URL.canParse(url)) return false
  const { username, password } = new URL(url)
  return username !== '' && password !== ''
}

function configOf(settings: Settings): Config {
  return {
    dataDir: settings.DATA_DIR,
    http: { host: settings.HTTP_HOST, port: settings.HTTP_PORT },
    tls:
      settings.TLS_CERT && settings.TLS_KEY
        ? { certFile: settings.TLS_CERT, keyFile: settings.TLS_KEY }
        : undefined,
    mqtt: {
      host: settings.MQTT_HOST,
      port: settings.MQTT_PORT,
      wsPort: settings.MQTT_WS_PORT,
      url: settings.MQTT_URL,
      replica: settings.MQTT_REPLICA,
      mosquittoDir: settings.MOSQUITTO_DIR,
    },
    influx:
      settings.INFLUX_URL === undefined
        ? undefined
        : {
            url: settings.INFLUX_URL,
            ...(settings.INFLUX_TOKEN !== undefined && { token: settings.INFLUX_TOKEN }),
            database: settings.INFLUX_DATABASE,
          },
    databaseUrl: settings.DATABASE_URL,
    valhalla: { url: settings.VALHALLA_URL, tiles: settings.VALHALLA_TILES },
    basemap: settings.BASEMAP === undefined ? undefined : readBasemap(settings.BASEMAP),
    timezone: settings.TIMEZONE,
    planCron: settings.PLAN_CRON,
    adminToken: settings.ADMIN_TOKEN,
    alarmWebhook: settings.ALARM_WEBHOOK,
    weatherCsv: settings.WEATHER_CSV,
    publicUrl: settings.PUBLIC_URL,
    logLevel: settings.LOG_LEVEL,
    rehearsed:
      settings.CLOCK_AT === undefined
        ? undefined
        : { at: Date.parse(settings.CLOCK_AT), speed: settings.CLOCK_SPEED },
  }
}

/** True if only this machine can reach a server that listens on `host`. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
