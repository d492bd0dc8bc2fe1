// The OpenAPI document: made from the routes' own schemas, with roles and refusals added.
import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from '../context.ts'
import { documented } from './openapi-route.ts'

const DESCRIPTION = `Sensors in textile collection containers in, collection runs out.

Times are RFC 3339 with offset; units stand in the names; places are \`[longitude, latitude]\`.
Lists are \`{items, next_cursor}\`: ask again with \`cursor\` until it is null.
Errors are \`application/problem+json\` (RFC 9457): decide by \`code\`, which is stable.
Sentences (\`text\`) come in the language of Accept-Language: en, nl, fr, de.`

export function addOpenApi(app: App): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Bakwacht', version: '1', description: DESCRIPTION },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'bakwacht_session' },
        },
      },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      return { url, schema: input.route.schema?.hide ? schema : documented(schema, input.route) }
    },
    transformObject: (document) => withUsedSchemas(jsonSchemaTransformObject(document)),
  })
  app.register(async (root) => documentRoute(root as App))
}

function documentRoute(app: App): void {
  app.get(
    '/api/openapi.json',
    {
      config: { roles: 'public' },
      schema: {
        tags: ['operation'],
        summary: 'This document',
        response: { 200: z.record(z.string(), z.unknown()) },
      },
    },
    async () => app.swagger() as unknown as Record<string, unknown>,
  )
}

type Document = ReturnType<typeof jsonSchemaTransformObject>

/** Every schema with an id in this process is offered, each for input and output: keep what is used. */
function withUsedSchemas(document: Document): Document {
  const { components, ...rest } = document as {
    readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
  }
  const schemas = components?.schemas ?? {}
  const used = new Set<string>()
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(REFERENCE)) {
      if (used.has(name)) continue
      used.add(name)
      follow(schemas[name])
    }
  }
  follow(rest)
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  return { ...rest, components: { ...components, schemas: Object.fromEntries(kept) } } as Document
}

const REFERENCE = /"\$ref":"#\/components\/schemas\/([^"]+)"/g
