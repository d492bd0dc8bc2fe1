import { ConfigError, readConfig } from '@bakwacht/runtime'
import { expect, test } from 'vitest'
import { deploymentFrom, refuseUnsound, SEPARATE_SERVICES, UsageError } from './deployment.ts'

const POSTGRES = { BAKWACHT_DATABASE_URL: 'postgres://bakwacht@127.0.0.1/bakwacht' }
const BROKER = { BAKWACHT_MQTT_URL: 'mqtt://127.0.0.1:1883' }

test('nothing means everything in one process; a name means that service; else it is wrong usage', () => {
  expect(deploymentFrom([])).toBe('all')
  expect(deploymentFrom(['ingest'])).toBe('ingest')
  expect(() => deploymentFrom(['broker'])).toThrow(UsageError)
  expect(() => deploymentFrom(['api', 'planner'])).toThrow(/got "api planner", wanted: npm start/)
})

test('one process runs on any database and either broker', () => {
  for (const env of [{}, POSTGRES, BROKER, { ...POSTGRES, ...BROKER }])
    expect(() => refuseUnsound('all', readConfig(env))).not.toThrow()
})

test('a separate process needs both PostgreSQL and an external broker, and says which is missing', () => {
  for (const service of SEPARATE_SERVICES) {
    expect(() => refuseUnsound(service, readConfig({ ...POSTGRES, ...BROKER }))).not.toThrow()
    expect(() => refuseUnsound(service, readConfig(BROKER))).toThrow(/BAKWACHT_DATABASE_URL/)
    expect(() => refuseUnsound(service, readConfig(POSTGRES))).toThrow(/BAKWACHT_MQTT_URL/)
    expect(() => refuseUnsound(service, readConfig({}))).toThrow(ConfigError)
  }
})

test('an instance that other machines reach needs a token', () => {
  const open = { BAKWACHT_HTTP_HOST: '0.0.0.0' }
  expect(() => refuseUnsound('all', readConfig(open))).toThrow(/BAKWACHT_ADMIN_TOKEN/)
  const token = { BAKWACHT_ADMIN_TOKEN: 'a-token-of-sixteen-or-more' }
  expect(() => refuseUnsound('all', readConfig({ ...open, ...token }))).not.toThrow()
})
