// The routes that every register has: list, add, read, replace. Retiring is each register's own.
import type { Register } from '@bakwacht/registry'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { idParams } from '../schemas/id.ts'
import { pageOf, pageQuery, pageRequest, wirePage } from '../schemas/page.ts'
import { contentTag, refuseOther } from '../server/content-tag.ts'
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
  /**
   * What its fields alone do not show.
   * @throws Problem `unknown_reference`, `invalid_body`; `conflict` when it would be retired and is in use
   */
  readonly check: (thing: Thing) => Promise<void>
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
      await resource.check(thing)
      const [added] = await register.change([thing.id], (_, before) => before ?? thing)
      if (added?.before !== undefined)
        throw new Problem('already_exists', `there is a ${kind} "${thing.id}" already; use PUT`)
      reply.header('location', `/api/v1/${path}/${encodeURIComponent(thing.id)}`)
      return tagged(reply.code(201), toWire(thing))
    },
  )

  app.get(
    `/${path}/:id`,
    {
      config: { roles: ['viewer'], problems: ['not_found'] },
      schema: { tags, summary: `Read a ${kind}`, params: idParams, response: { 200: schema } },
    },
    async (request, reply) => {
      const { id } = request.params
      return tagged(reply, toWire(found(await register.find(id), kind, id)))
    },
  )

  app.put(
    `/${path}/:id`,
    {
      config: {
        roles: ['planner'],
        headers: ['if-match'],
        problems: ['invalid_body', 'unknown_reference', 'conflict', 'precondition_failed'],
      },
      schema: {
        tags,
        summary: `Replace a ${kind}, or add it`,
        description:
          'The whole of it: what is not given gets its default. `If-Match` with the ETag that was read guards against changes by others.',
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
      await resource.check(fromWire(wire, undefined, now))
      const [put] = await register.change([id], (_, before) => {
        refuseOther(request, before && toWire(before))
        return fromWire(wire, before, now)
      })
      const created = put?.before === undefined
      return tagged(reply.code(created ? 201 : 200), toWire(found(put?.after, kind, id)))
    },
  )
}

const tagged = (reply: FastifyReply, wire: unknown) =>
  reply.header('etag', contentTag(wire)).send(wire)
