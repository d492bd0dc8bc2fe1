import { expect, test } from 'vitest'
import { ConfigError, isLoopback, readConfig } from './config.ts'

test('an empty environment gives the embedded defaults', () => {
  const config = readConfig({ PATH: '/bin' })
  expect(config).toMatchObject({
    http: { host: '127.0.0.1', port: 8080 },
    mqtt: { port: 1883, wsPort: 8083, url: undefined },
    influx: undefined,
    databaseUrl: undefined,
    timezone: 'Europe/Brussels',
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('every mistake is named at once, with what was got and wanted', () => {
  const read = () =>
    readConfig({
      BAKWACHT_HTTP_PORT: '99999',
      BAKWACHT_TIMEZONE: 'Europe/Leuven',
      BAKWACHT_HTTP_PROT: '1',
      BAKWACHT_TLS_CERT: 'cert.pem',
    })
  expect(read).toThrow(ConfigError)
  const message = messageOf(read)
  expect(message).toContain(
    'BAKWACHT_HTTP_PORT: got "99999": wanted a whole number from 0 to 65535',
  )
  expect(message).toContain('BAKWACHT_TIMEZONE: got "Europe/Leuven": wanted an IANA time zone')
  expect(message).toContain('BAKWACHT_HTTP_PROT: there is no such setting')
  expect(message).toContain('wanted both or none')
})

test('whatever is wrong with a setting, the message says what was wanted', () => {
  const wrong = {
    ...{ HTTP_PORT: 'x', MQTT_URL: 'http://x', DATABASE_URL: 'mysql://x', INFLUX_URL: 'x' },
    ...{ ADMIN_TOKEN: 'short', LOG_LEVEL: 'loud', PLAN_CRON: 'never', TIMEZONE: 'Mars' },
    ...{ CLOCK_AT: 'noon', CLOCK_SPEED: 'fast', VALHALLA_URL: 'x', PUBLIC_URL: 'ftp://x' },
    ...{ BASEMAP: 'style.json' },
  }
  const env = Object.fromEntries(
    Object.entries(wrong).map(([name, value]) => [`BAKWACHT_${name}`, value]),
  )
  const lines = messageOf(() => readConfig(env)).split('\n')
  expect(lines).toHaveLength(Object.keys(wrong).length)
  for (const line of lines) expect(line).toMatch(/^BAKWACHT_\w+: got .+: wanted /)
})

test('Mosquitto’s accounts need the backend’s own among them', () => {
  const read = (url: string) => () =>
    readConfig({ BAKWACHT_MOSQUITTO_DIR: '/accounts', BAKWACHT_MQTT_URL: url })
  for (const url of ['', 'mqtt://broker', 'mqtt://backend@broker'])
    expect(read(url)).toThrow(/BAKWACHT_MOSQUITTO_DIR: got it without/)
  expect(read('mqtt://backend:secret@broker')().mqtt.mosquittoDir).toBe('/accounts')
})

test('a rehearsed clock has a time to begin at, and a speed', () => {
  const at = { BAKWACHT_CLOCK_AT: '2026-11-23T05:00:00+01:00' }
  const read = (env: object) => () => readConfig({ ...env })
  expect(read({})().rehearsed).toBeUndefined()
  const monday = Date.UTC(2026, 10, 23, 4)
  expect(read(at)().rehearsed).toEqual({ at: monday, speed: 1 })
  const fast = { ...at, BAKWACHT_CLOCK_SPEED: '600' }
  expect(read(fast)().rehearsed).toEqual({ at: monday, speed: 600 })
  expect(read({ BAKWACHT_CLOCK_SPEED: '600' })).toThrow('without BAKWACHT_CLOCK_AT')
  expect(read({ ...at, BAKWACHT_CLOCK_SPEED: '0' })).toThrow('wanted a number from 0.001 to 10000')
})

test('road times come from one place', () => {
  const read = () =>
    readConfig({ BAKWACHT_VALHALLA_URL: 'http://valhalla:8002', BAKWACHT_VALHALLA_TILES: '/tiles' })
  expect(read).toThrow('BAKWACHT_VALHALLA_URL and BAKWACHT_VALHALLA_TILES: got both, wanted one')
})

test('a secret never stands in the message', () => {
  const message = messageOf(() => readConfig({ BAKWACHT_ADMIN_TOKEN: 'short-secret' }))
  expect(message).toContain('BAKWACHT_ADMIN_TOKEN')
  expect(message).not.toContain('short-secret')
})

test('an empty variable counts as absent', () => {
  expect(readConfig({ BAKWACHT_MQTT_URL: '' }).mqtt.url).toBeUndefined()
})

test('only addresses of this machine are loopback', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].map(isLoopback)).not.toContain(false)
  expect(['0.0.0.0', '192.168.1.2', '127.evil.example'].map(isLoopback)).not.toContain(true)
})

function messageOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
