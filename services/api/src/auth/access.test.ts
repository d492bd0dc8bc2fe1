import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'
import { ROLES } from './roles.ts'

/** Who may call what: a admin, p planner, d driver, v viewer, m device-manager; `*` everybody. */
const ACCESS = {
  'GET /healthz': '*',
  'GET /readyz': '*',
  'GET /metrics': '*',
  'GET /api/openapi.json': '*',
  'GET /api/v1/containers': 'apvm',
  'POST /api/v1/containers': 'ap',
  'GET /api/v1/containers/{id}': 'apvm',
  'PUT /api/v1/containers/{id}': 'ap',
  'DELETE /api/v1/containers/{id}': 'ap',
  'POST /api/v1/containers/import': 'ap',
  'GET /api/v1/containers.geojson': 'apvm',
  'GET /api/v1/containers/{id}/state': 'apvm',
  'GET /api/v1/containers/{id}/readings': 'apvm',
  'GET /api/v1/containers/{id}/history': 'apvm',
  'GET /api/v1/containers/{id}/devices': 'apvm',
  'GET /api/v1/containers/{id}/requests': 'apvm',
  'POST /api/v1/containers/{id}/requests': 'ap',
  'GET /api/v1/sites': 'apvm',
  'POST /api/v1/sites': 'ap',
  'GET /api/v1/sites/{id}': 'apvm',
  'PUT /api/v1/sites/{id}': 'ap',
  'DELETE /api/v1/sites/{id}': 'ap',
  'GET /api/v1/depots': 'apvm',
  'POST /api/v1/depots': 'ap',
  'GET /api/v1/depots/{id}': 'apvm',
  'PUT /api/v1/depots/{id}': 'ap',
  'DELETE /api/v1/depots/{id}': 'ap',
  'GET /api/v1/vehicles': 'apvm',
  'POST /api/v1/vehicles': 'ap',
  'GET /api/v1/vehicles/{id}': 'apvm',
  'PUT /api/v1/vehicles/{id}': 'ap',
  'DELETE /api/v1/vehicles/{id}': 'ap',
  'GET /api/v1/devices': 'apvm',
  'POST /api/v1/devices': 'am',
  'GET /api/v1/devices/{id}': 'apvm',
  'DELETE /api/v1/devices/{id}': 'am',
  'POST /api/v1/devices/{id}/secret': 'am',
  'PUT /api/v1/devices/{id}/config': 'am',
  'GET /api/v1/devices/{id}/assignments': 'apvm',
  'POST /api/v1/devices/{id}/assignments': 'am',
  'GET /api/v1/rejections': 'am',
  'POST /api/v1/decode': 'am',
  'POST /api/v1/plans': 'ap',
  'GET /api/v1/plans': 'apvm',
  'GET /api/v1/plans/{id}': 'apvm',
  'PATCH /api/v1/plans/{id}': 'ap',
  'GET /api/v1/runs': 'apdvm',
  'GET /api/v1/runs/{id}': 'apdvm',
  'GET /api/v1/runs/{id}.geojson': 'apdvm',
  'GET /api/v1/runs/{id}.gpx': 'apdvm',
  'GET /api/v1/runs/{id}.csv': 'apdvm',
  'GET /api/v1/runs/{id}/briefing': 'apdvm',
  'POST /api/v1/runs/{id}/link': 'ap',
  'DELETE /api/v1/runs/{id}/link': 'ap',
  'POST /api/v1/runs/{id}/stops/{stopId}/result': 'apd',
  'GET /api/v1/alerts': 'apvm',
  'POST /api/v1/alerts/{id}/ack': 'ap',
  'GET /api/v1/stream': 'apdvm',
  'GET /api/v1/basemap': 'apdvm',
  'GET /api/v1/basemap/{z}/{x}/{y}': 'apdvm',
  'GET /api/v1/basemap.pmtiles': 'apdvm',
  'GET /api/v1/settings': 'apvm',
  'PUT /api/v1/settings': 'ap',
  'GET /api/v1/settings/defaults': 'apvm',
  'POST /api/v1/settings/trial': 'ap',
  'GET /api/v1/calendar': 'apvm',
  'PUT /api/v1/calendar': 'ap',
  'POST /api/v1/session': '*',
  'GET /api/v1/session': 'apdvm',
  'DELETE /api/v1/session': '*',
  'GET /api/v1/tokens': 'a',
  'POST /api/v1/tokens': 'a',
  'DELETE /api/v1/tokens/{id}': 'a',
} as const satisfies Record<string, string>

const LETTERS = {
  admin: 'a',
  planner: 'p',
  driver: 'd',
  viewer: 'v',
  'device-manager': 'm',
} as const

test('every route is in the table of who may call it', async () => {
  await using t = await openApi()
  const { json } = await t.ask('GET', '/api/openapi.json')
  const routes = Object.entries(json.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(routes.sort()).toEqual(Object.keys(ACCESS).sort())
})

test('each role is let in where it should be, and refused everywhere else', async () => {
  await using t = await openApi()
  for (const role of ROLES) {
    const token = await t.tokenFor(role)
    for (const [route, who] of Object.entries(ACCESS)) {
      const [method, path = ''] = route.split(' ')
      const letIn = who === '*' || who.includes(LETTERS[role])
      // A stream that is let in does not end.
      if (letIn && path.endsWith('/stream')) continue
      const { status, json } = await t.ask(method as 'GET', path.replaceAll(/\{\w+\}/g, 'x'), {
        token,
      })
      const refused = status === 403 && json.code === 'forbidden'
      expect({ role, route, refused }).toEqual({ role, route, refused: !letIn })
    }
  }
})

test('without a token only what is for everybody answers', async () => {
  await using t = await openApi()
  for (const [route, who] of Object.entries(ACCESS)) {
    const [method, path = ''] = route.split(' ')
    const { status } = await t.ask(method as 'GET', path.replaceAll(/\{\w+\}/g, 'x'), {
      token: null,
    })
    expect({ route, unauthorized: status === 401 }).toEqual({ route, unauthorized: who !== '*' })
  }
})

test('a token bound to a run is refused for every other run and everything else', async () => {
  await using t = await openApi()
  const token = await t.tokenFor('driver', 'run-1')
  const own = ['GET /api/v1/runs', 'GET /api/v1/session', 'GET /api/v1/stream']
  for (const [route, who] of Object.entries(ACCESS)) {
    if (who === '*' || own.includes(route)) continue
    const [method, path = ''] = route.split(' ')
    const { status } = await t.ask(method as 'GET', path.replaceAll(/\{\w+\}/g, 'other'), { token })
    expect({ route, status }).toEqual({ route, status: 403 })
  }
  const { status } = await t.ask('GET', '/api/v1/runs/run-1', { token })
  expect(status).toBe(410)
})
