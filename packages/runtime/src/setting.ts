// One row for each environment variable: its schema, its default in words, what it is for.
// docs/operations.md's table is generated from this (settings-table.ts).
import { validate as isCron } from 'node-cron'
import { z } from 'zod'
import { readBasemap } from './set-basemap.ts'

const PORT_WANTED = { error: 'wanted a whole number from 0 to 65535' }
const SPEED_WANTED = { error: 'wanted a number from 0.001 to 10000' }
const port = z.coerce
  .number(PORT_WANTED)
  .int(PORT_WANTED)
  .min(0, PORT_WANTED)
  .max(65_535, PORT_WANTED)
const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'wanted a URL that begins with http:// or https://',
})
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const filled = z.string().min(1)
const timezone = filled.refine(isTimezone, {
  error: 'wanted an IANA time zone, e.g. Europe/Brussels',
})

/** What each setting accepts; a key here is `BAKWACHT_<KEY>` in the environment. */
export const settingSchemas = {
  DATA_DIR: filled.default('./data').describe('folder of the embedded databases'),
  HTTP_HOST: filled.default('127.0.0.1').describe('address that HTTP listens on'),
  HTTP_PORT: port.default(8080).describe('0 picks a free port'),
  MQTT_HOST: filled.default('127.0.0.1').describe('address of the embedded broker'),
  MQTT_PORT: port.default(1883).describe('0 picks a free port'),
  MQTT_WS_PORT: port.default(8083).describe('MQTT over WebSocket; 0 picks a free port'),
  MQTT_URL: z
    .url({
      protocol: /^(mqtts?|wss?)$/,
      error: 'wanted a URL that begins with mqtt://, mqtts://, ws:// or wss://',
    })
    .optional()
    .describe('an external broker instead of the embedded one (mqtt://, mqtts://)'),
  MQTT_REPLICA: filled.default('1').describe('fixed name of this ingest process among several'),
  MOSQUITTO_DIR: filled
    .optional()
    .describe('folder where Mosquitto’s passwords and acl are kept up to date'),
  INFLUX_URL: httpUrl.optional().describe('long history in InfluxDB 1.x, 2.x or 3'),
  INFLUX_TOKEN: filled.optional().describe('its token (2.x, 3)'),
  INFLUX_DATABASE: filled.default('bakwacht').describe('its database or bucket'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'wanted a URL that begins with postgres:// or postgresql://',
    })
    .optional()
    .describe('PostgreSQL instead of SQLite in the data folder'),
  VALHALLA_URL: httpUrl
    .optional()
    .describe('a Valhalla server for road times, instead of an imported map'),
  VALHALLA_TILES: filled
    .optional()
    .describe('folder of Valhalla tiles built elsewhere, instead of an imported map'),
  BASEMAP: filled
    .refine((text) => readBasemap(text) !== undefined, {
      error: 'wanted the URL of a map style or of PMTiles, or a file that ends with .pmtiles',
    })
    .optional()
    .describe('the map’s ground: URL of a style or of PMTiles, instead of an imported map'),
  TIMEZONE: timezone.default('Europe/Brussels').describe('local time of plans and pages'),
  PLAN_CRON: filled
    .refine(isCron, { error: 'wanted a cron expression, e.g. 0 4 * * 1-6' })
    .default('0 4 * * 1-6')
    .describe('when plans are made, local time'),
  ADMIN_TOKEN: z
    .string()
    .min(16, { error: 'wanted at least 16 characters' })
    .optional()
    .describe('an administrator’s token, at least 16 characters'),
  ALARM_WEBHOOK: httpUrl.optional().describe('URL that alarms are posted to'),
  WEATHER_CSV: filled
    .optional()
    .describe('hourly weather, file or URL: timestamp_utc,temp_c,rh_pct,rain_mm'),
  PUBLIC_URL: httpUrl
    .optional()
    .describe('how the outside reaches the pages, for links and QR codes'),
  TLS_CERT: filled.optional().describe('certificate file (PEM), with TLS_KEY'),
  TLS_KEY: filled.optional().describe('key file (PEM), with TLS_CERT'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `wanted one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe('least level that is logged'),
  CLOCK_AT: z.iso
    .datetime({ offset: true, error: 'wanted a time such as 2026-10-25T01:30:00+02:00' })
    .optional()
    .describe('start the clock at this time (rehearsals and tests)'),
  CLOCK_SPEED: z.coerce
    .number(SPEED_WANTED)
    .min(0.001, SPEED_WANTED)
    .max(10_000, SPEED_WANTED)
    .default(1)
    .describe('how many times as fast as real time it then runs'),
} as const

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
