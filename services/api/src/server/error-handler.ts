// The one place where an error becomes an answer.
import { hindranceText, PlanOpRefused } from '@bakwacht/planning'
import { VersionConflict } from '@bakwacht/registry'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'
import { languageOf } from './language.ts'
import { Problem, type ProblemCode, problemBody } from './problem.ts'
import type { Refusal } from './refusal/refusal-text.ts'

/** By the codes of fastify's and the stores' errors. */
const KNOWN_CODES: Readonly<Record<string, ProblemCode>> = {
  UNKNOWN_ID: 'unknown_reference',
  ASSIGNMENT_CONFLICT: 'conflict',
  INVALID_CURSOR: 'invalid_cursor',
  CURSOR_INVALID: 'invalid_cursor',
  PLAN_FAILED: 'plan_failed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported_media_type',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_STATIC_FORBIDDEN_PATH: 'not_found',
}

const NEARER: Readonly<Record<string, Refusal>> = { ASSIGNMENT_CONFLICT: 'tied_later' }

/** Somebody needed for the answer cannot serve now: worth another try. */
const UNAVAILABLE = new Set([
  'TELEMETRY_UNAVAILABLE',
  'PLANNER_SILENT',
  'SOLVER_STOPPED',
  'ROADS_STOPPED',
  'STOPPED_WAITING',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

const READ_ONLY = new Set(['GET', 'HEAD'])

/** PostgreSQL's classes: no connection, out of resources, going down. Cut and silent ones carry no code at all. */
const DATABASE_AWAY = /^(08|53|57P)/
const CUT_OFF =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/

const isUnavailable = (code: string, message: string): boolean =>
  UNAVAILABLE.has(code) || DATABASE_AWAY.test(code) || CUT_OFF.test(message)

export const errorHandler =
  ({ log }: Pick<ApiContext, 'log'>) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error, request)
    if (problem.status >= 500) log.error({ err: error, route: request.routeOptions.url }, 'failed')
    return sendProblem(reply, problem)
  }

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="bakwacht"')
  if (problem.status === 429) reply.header('retry-after', '10')
  if (problem.status === 503) reply.header('retry-after', '5')
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problemBody(problem, languageOf(reply.request))))
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof PlanOpRefused)
    return new Problem('plan_op_refused', error.message, {
      op: error.op.op,
      text: hindranceText(error.why, languageOf(request)),
    })
  if (error instanceof VersionConflict)
    return new Problem('version_conflict', error.message, { current_version: error.got })
  const { code, statusCode, message } = error as {
    code?: string
    statusCode?: number
    message?: string
  }
  const known = KNOWN_CODES[code ?? '']
  if (known !== undefined) return new Problem(known, message ?? known, {}, NEARER[code ?? ''])
  if (isUnavailable(code ?? '', message ?? ''))
    return new Problem('unavailable', 'try again in a moment')
  // Whatever else fastify refuses with a 4xx is about reading the body (wrong length …), if there can be one.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return READ_ONLY.has(request.method)
      ? new Problem('invalid_request', message ?? 'the address cannot be read')
      : new Problem('malformed_body', message ?? 'the body cannot be read')
  return new Problem('internal', 'the failure is in the log')
}
