// The bridge between fastify and zod: requests are validated here; answers are typed by the compiler
// and only written, so a wrong answer can never turn into a second failure.
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import type { z } from 'zod'
import { fieldErrors } from './field-errors.ts'
import { type FieldError, Problem, type ProblemCode } from './problem.ts'

const PARTS: Readonly<Record<string, FieldError['in']>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
}

/** A path that cannot name anything names nothing. */
const CODES: Readonly<Record<FieldError['in'], ProblemCode>> = {
  body: 'invalid_body',
  row: 'invalid_body',
  query: 'invalid_request',
  header: 'invalid_request',
  path: 'not_found',
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? 'body'] ?? 'body'
  return (data: unknown) => {
    // fastify gives null for a body that is not there; schemas say `optional` for that.
    const given = part === 'body' && data === null ? undefined : data
    const result = schema.safeParse(given)
    if (result.success) return { value: result.data }
    return { error: invalid(part, fieldErrors(part, result.error.issues, given)) }
  }
}

export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = () => (data) =>
  JSON.stringify(data)

const invalid = (part: FieldError['in'], errors: readonly FieldError[]): Problem =>
  new Problem(CODES[part], summary(errors), { errors })

function summary(errors: readonly FieldError[]): string {
  const [first] = errors
  if (first === undefined) return 'invalid'
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return `${first.field}: got ${first.got}, wanted ${first.wanted}${more}`
}
