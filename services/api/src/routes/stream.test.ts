import type { ContainerState } from '@bakwacht/domain'
import { state } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi, type TestApi } from '../api.fixture.ts'
import { applyState, seed } from '../fleet.fixture.ts'

interface Heard {
  readonly id: number
  readonly kind: string
  // biome-ignore lint/suspicious/noExplicitAny: events of every shape
  readonly data: any
}

/** Listens over a real socket until it has heard what it waits for. */
async function listen(
  t: TestApi,
  { token = ADMIN_TOKEN, after }: { token?: string; after?: number },
) {
  const { port } = t.api.app.server.address() as { port: number }
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(after !== undefined && { 'last-event-id': `${after}` }),
    },
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const heard: Heard[] = []
  let text = ''
  return {
    response,
    heard,
    async until(enough: (heard: readonly Heard[]) => boolean): Promise<void> {
      while (!enough(heard)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
        if (done) throw new Error('the stream has ended')
        text += value
        const parts = text.split('\n\n')
        text = parts.pop() ?? ''
        heard.push(...parts.filter((part) => part.startsWith('id:')).map(parse))
      }
    },
    async ended(): Promise<boolean> {
      while (!(await reader?.read())?.done);
      return true
    },
    close: () => reader?.cancel(),
  }
}

function parse(part: string): Heard {
  const [, id, kind, data = ''] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(part) ?? []
  return { id: Number(id), kind: kind ?? '', data: JSON.parse(data) }
}

const plan = { body: { date: '2026-11-24' } }

test('what happens is heard as it happens, on the wire’s names', async () => {
  await using t = await openApi()
  await t.api.listen()
  await seed(t)
  const ears = await listen(t, {})
  expect(ears.response.headers.get('content-type')).toBe('text/event-stream')
  await applyState(t, state('bin-1', { pct: 87 }))
  await t.ask('POST', '/api/v1/plans', plan)
  await ears.until((heard) => heard.some(({ kind }) => kind === 'run'))
  expect(ears.heard.map(({ kind }) => kind)).toEqual(['state', 'plan', 'run'])
  expect(ears.heard[0]?.data).toMatchObject({
    event_id: ears.heard[0]?.id,
    container_id: 'bin-1',
    fill: { pct: 87, rate_pct_per_day: 6.5 },
  })
  expect(ears.heard[1]?.data).toMatchObject({ date: '2026-11-24', status: 'draft', depot_id: null })
  expect(ears.heard[2]?.data).toMatchObject({
    vehicle_id: 'van-1',
    stops: [{ seq: 1 }, { seq: 2 }],
  })
  await ears.close()
})

test('who comes back hears everything after the last event that he has seen, once', async () => {
  await using t = await openApi()
  await t.api.listen()
  await seed(t)
  const before = await t.registry.events.newestId()
  for (let pct = 1; pct <= 300; pct++) await applyState(t, state('bin-1', { pct: pct / 4 }))
  const all = await t.registry.events.after(before, 1000)
  const ears = await listen(t, { after: all[9]?.id ?? 0 })
  await ears.until((heard) => heard.length >= all.length - 10)
  expect(ears.heard.map(({ id }) => id)).toEqual(all.slice(10).map(({ id }) => id))
  await ears.close()
})

test('who comes back to another log, with an id that it has not come to yet, hears what is new', async () => {
  await using t = await openApi()
  await t.api.listen()
  const ears = await listen(t, { after: 900_000 })
  await applyState(t, state('bin-1', { pct: 87 }))
  await ears.until((heard) => heard.length === 1)
  expect(ears.heard[0]).toMatchObject({ kind: 'state', data: { container_id: 'bin-1' } })
  await ears.close()
})

test('an event that cannot be told is left out, and those after it are told', async () => {
  await using t = await openApi()
  await t.api.listen()
  const after = await t.registry.events.newestId()
  const { evaluatedAt: _, ...older } = state('bin-1', { pct: 50 })
  await applyState(t, older as ContainerState)
  await applyState(t, state('bin-2', { pct: 87 }))
  const ears = await listen(t, { after })
  await ears.until((heard) => heard.length === 1)
  expect(ears.heard[0]?.data.container_id).toBe('bin-2')
  await ears.close()
})

test('a driver hears of runs alone, a link’s token of its run alone', async () => {
  await using t = await openApi()
  await t.api.listen()
  await seed(t)
  const after = await t.registry.events.newestId()
  await applyState(t, state('bin-1', { pct: 87 }))
  const first = (await t.ask('POST', '/api/v1/plans', plan)).json.runs[0]
  const second = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-25' } })).json
    .runs[0]
  const driver = await listen(t, { token: await t.tokenFor('driver'), after })
  await driver.until((heard) => heard.length === 2)
  expect(driver.heard.map(({ data }) => data.id)).toEqual([first.id, second.id])
  const bound = await listen(t, { token: await t.tokenFor('driver', second.id), after })
  await bound.until((heard) => heard.length === 1)
  expect(bound.heard[0]?.data.id).toBe(second.id)
  await Promise.all([driver.close(), bound.close()])
})

test('a device’s configuration is for device managers', async () => {
  await using t = await openApi()
  await t.api.listen()
  await t.ask('POST', '/api/v1/devices', { body: { id: 'sensor-1' } })
  const after = (await t.registry.events.newestId()) - 1
  await seed(t)
  await t.ask('PUT', '/api/v1/devices/sensor-1/config', { body: { report_s: 60 } })
  await applyState(t, state('bin-1', { pct: 87 }))
  const viewer = await listen(t, { token: await t.tokenFor('viewer'), after })
  await viewer.until((heard) => heard.some(({ kind }) => kind === 'state'))
  expect(viewer.heard.map(({ kind }) => kind)).toEqual(['state'])
  const manager = await listen(t, { token: await t.tokenFor('device-manager'), after })
  await manager.until((heard) => heard.some(({ kind }) => kind === 'state'))
  expect(manager.heard.map(({ kind }) => kind)).toContain('device_config')
  await Promise.all([viewer.close(), manager.close()])
})

test('streams end when the service stops', async () => {
  await using t = await openApi()
  await t.api.listen()
  const ears = await listen(t, {})
  await t.api.stop()
  expect(await ears.ended()).toBe(true)
})

test('an id that is none is refused', async () => {
  await using t = await openApi()
  const headers = { 'last-event-id': 'yesterday' }
  expect((await t.ask('GET', '/api/v1/stream', { headers })).json.code).toBe('invalid_request')
})
