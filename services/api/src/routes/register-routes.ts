// The routes that every register has: list, add, read, replace. Retiring is each register's own.
import type { Register } from '@bakwacht/registry'
import type { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idParams } from '../schemas/id.ts'
import { pageOf, pageQuery, pageRequest, wirePage } from '../schemas/page.ts'
import { found, Problem } from '../server/problem.ts'

interface WithId {
  readonly id: string
}

export interface RegisterResource<Thing extends WithId, Wire, New extends WithId> {
  /** e.g. `depots`. */
  readonly path: string
  /** e.g. `depot`, for messages. */
  readonly kind: string
  readonly register: Register<Thing>
  readonly schema: z.ZodType<Wire>
  readonly newSchema: z.ZodType<New>
  readonly toWire: (thing: Thing) => Wire
  readonly fromWire: (wire: New, before: Thing | undefined, now: number) => Thing
  /** @throws Problem `unknown_reference`; `conflict` when it would be retired and is in use */
  readonly checkReferences?: (thing: Thing) => Promise<void>
}

export function registerRoutes<Thing extends WithId, Wire, New extends WithId>(
  app: App,
  { clock }: Pick<ApiContext, 'clock'>,
  resource: RegisterResource<Thing, Wire, New>,
): void {
  const { path, kind, register, toWire, fromWire } = resource
  const schema: z.ZodType = resource.schema
  const newSchema: z.ZodType = resource.newSchema
  const tags = [path]

  app.get(
    `/${path}`,
    {
      config: { roles: ['viewer'] },
      schema: {
        tags,
        summary: `List ${path}`,
        querystring: pageQuery,
        response: { 200: pageOf(schema) },
      },
    },
    async (request) => wirePage(await register.page(pageRequest(request.query)), toWire),
  )

  app.post(
    `/${path}`,
    {
      config: {
        roles: ['planner'],
        problems: ['already_exists', 'invalid_body', 'unknown_reference', 'conflict'],
      },
      schema: { tags, summary: `Add a ${kind}`, body: newSchema, response: { 201: schema } },
    },
    async (request, reply) => {
      const thing = fromWire(request.body as New, undefined, clock())
      await resource.checkReferences?.(thing)
      const [added] = await register.change([thing.id], (_, before) => before ?? thing)
      if (added?.before !== undefined)
        throw new Problem('already_exists', `there is a ${kind} "${thing.id}" already; use PUT`)
      reply.header('location', `/api/v1/${path}/${encodeURIComponent(thing.id)}`)
      return reply.code(201).send(toWire(thing))
    },
  )

  app.get(
    `/${path}/:id`,
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: { tags, summary: `Read a ${kind}`, params: idParams, response: { 200: schema } },
    },
    async (request) => {
      const { id } = request.params
      return toWire(found(await register.find(id), kind, id))
    },
  )

  app.put(
    `/${path}/:id`,
    {
      config: { roles: ['planner'], problems: ['invalid_body', 'unknown_reference', 'conflict'] },
      schema: {
        tags,
        summary: `Replace a ${kind}, or add it`,
        description: 'The whole of it: what is not given gets its default.',
        params: idParams,
        body: newSchema,
        response: { 200: schema, 201: schema },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const wire = request.body as New
      if (wire.id !== id)
        throw new Problem('invalid_body', `id: got "${wire.id}", wanted "${id}" as in the path`)
      const now = clock()
      await resource.checkReferences?.(fromWire(wire, undefined, now))
      const [put] = await register.change([id], (_, before) => fromWire(wire, before, now))
      const created = put?.before === undefined
      return reply.code(created ? 201 : 200).send(toWire(found(put?.after, kind, id)))
    },
  )
}
