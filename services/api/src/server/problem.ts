// Every refusal as RFC 9457 problem details. Codes are stable: clients decide by them, not by words.
import type { Language } from '@bakwacht/domain'
import { type Refusal, refusalText } from './refusal/refusal-text.ts'

/** Status and title of each code. */
export const PROBLEMS = {
  malformed_body: [400, 'The body cannot be read'],
  invalid_request: [400, 'A parameter or header is wrong'],
  invalid_cursor: [400, 'The cursor is none of ours'],
  unauthorized: [401, 'A token is needed'],
  invalid_token: [401, 'The token is unknown, revoked or expired'],
  forbidden: [403, 'This role may not do this'],
  foreign_origin: [403, 'The request comes from another site'],
  foreign_host: [403, 'An open instance answers on its own machine alone'],
  not_found: [404, 'There is no such thing'],
  method_not_allowed: [405, 'This cannot be done with that address'],
  conflict: [409, 'This cannot be done in the present state'],
  already_exists: [409, 'The id is taken'],
  version_conflict: [409, 'It was changed meanwhile'],
  precondition_failed: [412, 'It was changed since you read it'],
  run_over: [410, 'The run of this link is over'],
  too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'This content type is not understood here'],
  invalid_body: [422, 'The body has wrong or missing fields'],
  time_ahead: [422, 'The time lies in the future'],
  unknown_reference: [422, 'The body refers to something that does not exist'],
  import_rejected: [422, 'Nothing was imported: some rows are wrong'],
  plan_op_refused: [422, 'The plan cannot be changed like this'],
  idempotency_key_reused: [422, 'This Idempotency-Key belongs to another request'],
  precondition_required: [428, 'If-Match with the version you read is needed'],
  too_many: [429, 'Enough of this is under way'],
  internal: [500, 'Something went wrong here'],
  plan_failed: [500, 'The plan could not be made'],
  unavailable: [503, 'The storage does not answer now'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemCode = keyof typeof PROBLEMS

/** One wrong field: where it is, what came and what would have been right. */
export interface FieldError {
  readonly in: 'body' | 'query' | 'path' | 'header' | 'row'
  /** A JSON pointer, or the name of a parameter or column. */
  readonly field: string
  readonly got: string
  readonly wanted: string
  /** Imports: the feature's index from 0, or the line of the file from 1. */
  readonly row?: number
}

export interface ProblemExtras {
  readonly errors?: readonly FieldError[]
  readonly current_version?: number
  readonly now?: string
  /** For people, where it is more than the code's own sentence. */
  readonly text?: string
  readonly [member: string]: unknown
}

/** Thrown by routes; the error handler turns it into the answer. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly extras: ProblemExtras
  /** What people are told of it, where the code's own sentence says too little. */
  readonly because: Refusal | undefined

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}, because?: Refusal) {
    super(detail)
    this.code = code
    this.status = PROBLEMS[code][0]
    this.extras = extras
    this.because = because
  }
}

/** @param language of the sentence for people */
export const problemBody = (problem: Problem, language: Language) => ({
  type: `urn:bakwacht:problem:${problem.code}`,
  title: PROBLEMS[problem.code][1],
  status: problem.status,
  code: problem.code,
  detail: problem.message,
  text: refusalText(problem, language),
  ...problem.extras,
})

/** The thing, or a 404 that names it. */
export function found<Thing>(thing: Thing | undefined, kind: string, id: string): Thing {
  if (thing === undefined) throw new Problem('not_found', `there is no ${kind} "${id}"`)
  return thing
}
