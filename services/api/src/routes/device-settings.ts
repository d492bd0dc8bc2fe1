// What is done to one device: its secret, what it is told to do, where it sits.
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import {
  assignmentSchema,
  assignmentToWire,
  deviceConfigFromWire,
  deviceConfigSchema,
  deviceConfigToWire,
  deviceSecretSchema,
  newAssignmentSchema,
  newDeviceConfigSchema,
} from '../schemas/device.ts'
import { emptyAnswer } from '../schemas/empty.ts'
import { idParams } from '../schemas/id.ts'
import { timeOf } from '../schemas/time.ts'
import { found, Problem } from '../server/problem.ts'

export function deviceSettingsRoutes(app: App, { registry, clock }: ApiContext): void {
  const tags = ['devices']
  const deviceById = async (id: string) => found(await registry.devices.find(id), 'device', id)
  const deviceInUse = async (id: string) => {
    const device = await deviceById(id)
    if (device.active) return device
    throw new Problem('conflict', `device "${id}" is retired; POST /devices brings it back`)
  }

  app.post(
    '/devices/:id/secret',
    {
      config: { roles: ['device-manager'], problems: ['not_found', 'conflict'] },
      schema: {
        tags,
        summary: 'Renew a device’s secret',
        description: 'The old one ends at once. Shown this once.',
        params: idParams,
        response: { 201: deviceSecretSchema },
      },
    },
    async (request, reply) => {
      const { id } = await deviceInUse(request.params.id)
      return reply.code(201).send({ id, secret: await registry.devices.issueSecret(id) })
    },
  )

  app.put(
    '/devices/:id/config',
    {
      config: { roles: ['device-manager'], problems: ['not_found', 'invalid_body'] },
      schema: {
        tags,
        summary: 'Tell a device what to do',
        params: idParams,
        body: newDeviceConfigSchema,
        response: { 200: deviceConfigSchema },
      },
    },
    async (request) => {
      const { id } = await deviceById(request.params.id)
      const config = await registry.devices.setConfig(id, deviceConfigFromWire(request.body))
      return deviceConfigToWire(config)
    },
  )

  app.get(
    '/devices/:id/assignments',
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: {
        tags,
        summary: 'Where a device sat when',
        params: idParams,
        response: { 200: z.object({ items: z.array(assignmentSchema), next_cursor: z.null() }) },
      },
    },
    async (request) => {
      const { id } = await deviceById(request.params.id)
      const assignments = await registry.devices.assignments({ deviceId: id })
      return { items: assignments.map(assignmentToWire), next_cursor: null }
    },
  )

  app.post(
    '/devices/:id/assignments',
    {
      config: {
        roles: ['device-manager'],
        problems: ['not_found', 'unknown_reference', 'invalid_body', 'conflict'],
      },
      schema: {
        tags,
        summary: 'Put a device into a container, or take it out',
        description: 'Its readings from that time on belong to the container.',
        params: idParams,
        body: newAssignmentSchema,
        response: { 201: assignmentSchema, 204: emptyAnswer },
      },
    },
    async (request, reply) => {
      const { id: deviceId } = await deviceById(request.params.id)
      const { container_id: containerId, from: wireFrom } = request.body
      const from = wireFrom === undefined ? clock() : timeOf(wireFrom)
      if (containerId === null) {
        await registry.devices.unassign(deviceId, from)
        return reply.code(204).send()
      }
      await deviceInUse(deviceId)
      if ((await registry.containers.find(containerId)) === undefined)
        throw new Problem(
          'unknown_reference',
          `container_id: there is no container "${containerId}"`,
        )
      const assignment = await registry.devices.assign({ deviceId, containerId, from })
      return reply.code(201).send(assignmentToWire(assignment))
    },
  )
}
