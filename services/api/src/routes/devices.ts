import { type Device, deviceConfigDefaults } from '@bakwacht/domain'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { containerOf, listDevices } from '../fleet/device-list.ts'
import {
  deviceConfigFromWire,
  deviceSchema,
  deviceSecretSchema,
  deviceToWire,
  newDeviceSchema,
} from '../schemas/device.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { flagParam, pageFields, pageOf } from '../schemas/page.ts'
import { timeOf } from '../schemas/time.ts'
import { found, Problem } from '../server/problem.ts'

const deviceQuery = z.strictObject({
  ...pageFields,
  unassigned: flagParam.describe(
    'Only those that sit nowhere, also those that nobody registered but that send readings.',
  ),
})

export function deviceRoutes(app: App, context: ApiContext): void {
  const { registry, clock } = context
  const tags = ['devices']

  app.get(
    '/devices',
    {
      config: { roles: ['viewer'] },
      schema: {
        tags,
        summary: 'List devices',
        querystring: deviceQuery,
        response: { 200: pageOf(deviceSchema) },
      },
    },
    async (request) => listDevices(context, request.query),
  )

  app.post(
    '/devices',
    {
      config: {
        roles: ['device-manager'],
        problems: ['already_exists', 'invalid_body', 'unknown_reference', 'conflict'],
      },
      schema: {
        tags,
        summary: 'Register a device; its secret is shown this once',
        description:
          'With `container_id` it is assigned at once, from now or from `from`. One that was retired is in use again.',
        body: newDeviceSchema,
        response: { 201: z.object({ ...deviceSchema.shape, ...deviceSecretSchema.shape }) },
      },
    },
    async (request, reply) => {
      const { id, container_id: containerId, from, config } = request.body
      if (containerId !== undefined && (await registry.containers.find(containerId)) === undefined)
        throw new Problem(
          'unknown_reference',
          `container_id: there is no container "${containerId}"`,
        )
      const device: Device = {
        id,
        createdAt: clock(),
        config: { ...deviceConfigDefaults, ...(config && deviceConfigFromWire(config)) },
        status: null,
        active: true,
      }
      const since = from === undefined ? clock() : timeOf(from)
      const seat = containerId === undefined ? null : { containerId, from: since }
      const secret = await registry.devices.register(device, seat)
      if (secret === undefined)
        throw new Problem('already_exists', `there is a device "${id}" already`)
      reply.header('location', `/api/v1/devices/${encodeURIComponent(id)}`)
      const made = found(await registry.devices.find(id), 'device', id)
      const sitsIn = await containerOf(context, id)
      return reply.code(201).send({ ...deviceToWire(made, sitsIn), secret })
    },
  )

  app.get(
    '/devices/:id',
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: { tags, summary: 'Read a device', params: idParams, response: { 200: deviceSchema } },
    },
    async (request) => {
      const { id } = request.params
      const device = found(await registry.devices.find(id), 'device', id)
      return deviceToWire(device, await containerOf(context, id))
    },
  )

  app.delete(
    '/devices/:id',
    {
      config: { roles: ['device-manager'], problems: ['not_found'] },
      schema: {
        tags,
        summary: 'Retire a device',
        description: 'It may not sign in any more and leaves its container; its readings stay.',
        params: idParams,
        response: { 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await registry.devices.retire(id, clock())))
        throw new Problem('not_found', `there is no device "${id}"`)
      return reply.code(204).send()
    },
  )
}
