// What a route's schema does not say by itself: for whom it is, which headers it heeds, what it refuses.
import type { RouteOptions } from 'fastify'
import type { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteRoles } from '../auth/roles.ts'
import { problemSchema } from '../schemas/problem.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'

/** Request headers that routes heed, checked where they are used. */
const HEADERS = {
  accept: 'application/json, or text/csv for the whole time span as CSV.',
  'accept-language': 'The language of sentences: en, nl, fr, de.',
  'idempotency-key': '1–200 visible ASCII characters; the same key again is done once.',
  'if-match': 'The version that you read, as in ETag.',
  'if-none-match': 'The ETag that you have.',
  'last-event-id': 'The last event that you have seen.',
  prefer: 'respond-async: answer before the work is done.',
} as const
export type HeaderName = keyof typeof HEADERS

const ANSWERS: Readonly<Record<string, string>> = {
  200: 'The answer.',
  201: 'Made; here it is.',
  202: 'Taken; the work goes on.',
  503: 'Not now.',
}

const NO_CONTENT = new Set(['204', '304'])

type RouteSchema = ReturnType<typeof jsonSchemaTransform>['schema'] & {
  readonly response?: Readonly<Record<string, object>>
}

export function documented(given: object, { config }: RouteOptions): RouteSchema {
  const schema = given as RouteSchema
  const roles = config?.roles ?? []
  const closed = roles !== 'public'
  const problems: ProblemCode[] = [
    ...(config?.problems ?? []),
    ...(closed ? (['invalid_token', 'forbidden'] as const) : []),
    ...(config?.runToken && !config.afterRun ? (['run_over'] as const) : []),
  ]
  return {
    ...schema,
    description: [schema.description, rolesText(roles)].filter(Boolean).join('\n\n'),
    security: closed ? [{ token: [] }, { session: [] }] : [],
    ...(config?.headers && { headers: headerSchema(config.headers) }),
    response: { ...described(schema.response ?? {}), ...problemAnswers(problems) },
    'x-roles': closed ? roles : ['public'],
  } as RouteSchema
}

const rolesText = (roles: RouteRoles) =>
  roles === 'public' ? 'For everybody.' : `For: ${roles.join(', ')}.`

const headerSchema = (names: readonly HeaderName[]) => ({
  type: 'object',
  properties: Object.fromEntries(
    names.map((name) => [name, { type: 'string', description: HEADERS[name] }]),
  ),
})

const described = (responses: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      'content' in response || NO_CONTENT.has(status)
        ? response
        : {
            description: ANSWERS[status] ?? 'The answer.',
            content: { 'application/json': { schema: response } },
          },
    ]),
  )

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
