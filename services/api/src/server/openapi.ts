// The OpenAPI document: made from the routes' own schemas, with roles and refusals added.
import swagger from '@fastify/swagger'
import type { RouteOptions } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteRoles } from '../auth/roles.ts'
import type { App } from '../context.ts'
import { problemSchema } from '../schemas/problem.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'

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
    transformObject: jsonSchemaTransformObject,
  })
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

type JsonSchemas = ReturnType<typeof jsonSchemaTransform>['schema'] & {
  readonly response?: unknown
}

function documented(schema: JsonSchemas, { config }: RouteOptions): JsonSchemas {
  const roles = config?.roles ?? []
  const closed = roles !== 'public'
  const problems: ProblemCode[] = [
    ...(config?.problems ?? []),
    ...(closed ? (['invalid_token', 'forbidden'] as const) : []),
  ]
  return {
    ...schema,
    description: [schema.description, rolesText(roles)].filter(Boolean).join('\n\n'),
    security: closed ? [{ token: [] }, { session: [] }] : [],
    response: { ...(schema.response as object), ...problemAnswers(problems) },
    'x-roles': closed ? roles : ['public'],
  } as JsonSchemas
}

const rolesText = (roles: RouteRoles) =>
  roles === 'public' ? 'For everybody.' : `For: ${roles.join(', ')}.`

function problemAnswers(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Object.groupBy(new Set(codes), (code) => PROBLEMS[code][0])
  const answers = Object.entries(byStatus).map(([status, same = []]) => [
    status,
    answer(same.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}.`).join(' ')),
  ])
  return { ...Object.fromEntries(answers), default: answer('Any other refusal or failure.') }
}

const PROBLEM = { $ref: `#/components/schemas/${z.globalRegistry.get(problemSchema)?.id}` }
const answer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
})
