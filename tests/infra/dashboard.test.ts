// The dashboard asks for metrics that there are: each name is looked for at a live backend.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { available } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { startServers } from '../scale/several-processes.ts'
import { root, startBackend } from '../system/backend.ts'

interface Panel {
  readonly title: string
  readonly targets: readonly { readonly expr: string }[]
}

const compose = join(root, 'infra/compose')
const { panels } = JSON.parse(
  readFileSync(join(compose, 'grafana/provisioning/dashboards/bakwacht.json'), 'utf8'),
) as { panels: Panel[] }
const asked = panels.flatMap(({ title, targets }) =>
  targets.flatMap(({ expr }) =>
    [...expr.matchAll(/\b(?:bakwacht|process|nodejs)_\w+/g)].map(([name]) => ({ title, name })),
  ),
)
/** Of an external broker's door alone. */
const EXTERNAL = 'bakwacht_door_connected'
/** Of the embedded broker alone. */
const EMBEDDED = 'bakwacht_door_connections'

async function metricsOf({ http }: { readonly http: string }): Promise<Set<string>> {
  const text = await (await fetch(`${http}/metrics`)).text()
  return new Set([...text.matchAll(/^(\w+)(?:\{| )/gm)].map(([, name = '']) => name))
}

test('every panel asks for something', () => {
  for (const { title, targets } of panels) expect(targets.length, title).toBeGreaterThan(0)
  expect(asked.length).toBeGreaterThan(panels.length)
})

test('one process has every metric that the dashboard asks for', async () => {
  const backend = await startBackend()
  // The times of answers begin with the first answer.
  await fetch(`${backend.http}/healthz`)
  const there = await metricsOf(backend)
  for (const { title, name } of asked) if (name !== EXTERNAL) expect(there, title).toContain(name)
  await backend.stop()
  backend.removeData()
})

const hasServers = [available('mosquitto'), available('postgres'), available('influxdb')]

describe.skipIf(hasServers.includes(false))('several processes', () => {
  test('have every metric between them, at the addresses that Prometheus scrapes', async () => {
    const prometheus = readFileSync(join(compose, 'prometheus/prometheus.yml'), 'utf8')
    const services = [...prometheus.matchAll(/"(\w+):8080"/g)].map(([, name]) => name)
    expect(services).toEqual(['ingest', 'thresholds', 'planner', 'api'])
    const servers = await startServers()
    const there = new Set<string>()
    for (const service of ['ingest', 'thresholds', 'planner', 'api'] as const) {
      const backend = await servers.start(service)
      for (const name of await metricsOf(backend)) there.add(name)
    }
    await servers.stop()
    for (const { title, name } of asked) if (name !== EMBEDDED) expect(there, title).toContain(name)
  }, 90_000)
})
