// Every question to the API, in the page's language, by the session's cookie.
import type { Problem } from '@bakwacht/api/contract'
import { currentLanguage } from '../language/language.ts'
import { sentencesHeldTogether } from '../language/typography.ts'

/** The API said no: `problem.code` for decisions, `problem.errors` for fields. */
export class Refused extends Error {
  readonly status: number
  readonly problem: Partial<Problem>

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? `status ${status}`)
    this.status = status
    this.problem = problem
  }
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, a string as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * @param path below `/api/v1`, e.g. `/plans?date=2026-11-23`
 * @throws Refused when the API refuses, TypeError when it cannot be reached
 */
export async function ask<Answer>(path: string, question: Question = {}): Promise<Answer> {
  const response = await answerTo(path, question)
  if (!response.ok) throw await refusal(response)
  if (response.status === 204) return undefined as Answer
  return sentencesHeldTogether((await response.json()) as Answer, currentLanguage())
}

/** The answer as it came, a refusal too. @throws TypeError when the API cannot be reached */
export function answerTo(path: string, question: Question = {}): Promise<Response> {
  const { method = 'GET', body, headers, signal } = question
  return fetch(`/api/v1${path}`, {
    method,
    headers: {
      'accept-language': currentLanguage(),
      ...(body !== undefined && typeof body !== 'string' && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}

export async function refusal(response: Response): Promise<Refused> {
  const { status } = response
  const problem: Partial<Problem> = await response.json().catch(() => ({ status }))
  return new Refused(status, sentencesHeldTogether(problem, currentLanguage()))
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next_cursor: string | null
}

/** All items of a list, page after page. */
export async function askAll<Item>(path: string, signal?: AbortSignal): Promise<readonly Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const separator = path.includes('?') ? '&' : '?'
    const next = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Page<Item> = await ask(`${path}${separator}limit=1000${next}`, {
      ...(signal && { signal }),
    })
    items.push(...page.items)
    cursor = page.next_cursor
  } while (cursor !== null)
  return items
}

/** A segment of a path. */
export const segment = (id: string): string => encodeURIComponent(id)
