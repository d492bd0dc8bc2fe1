// Putting a whole in the place of what is stored: never over what was saved elsewhere since it was read.
import { answerTo, ask, Refused, refusal } from './ask.ts'
import { changedFields } from './merged.ts'

/** Stored is something else than what was changed here. */
export class ChangedMeanwhile<Stored> extends Error {
  readonly theirs: Stored
  readonly fields: readonly string[]

  constructor(theirs: Stored, fields: readonly string[]) {
    super(`changed meanwhile: ${fields.join(', ')}`)
    this.theirs = theirs
    this.fields = fields
  }
}

const TRIES = 5

/**
 * Reads what is stored and puts in its place what is made of it. Where somebody else is quicker, both are done anew.
 * @param path of the thing, below `/api/v1`
 * @param made what it throws goes to the caller, and nothing is put
 * @throws Refused when the API refuses, TypeError when it cannot be reached
 */
export async function replace<Stored>(
  path: string,
  made: (stored: Stored) => object,
): Promise<Stored> {
  for (let tries = 1; ; tries++) {
    const { stored, headers } = await read<Stored>(path)
    try {
      return await ask<Stored>(path, { method: 'PUT', body: made(stored), headers })
    } catch (error) {
      const isLate = error instanceof Refused && error.problem.code === 'precondition_failed'
      if (!isLate || tries === TRIES) throw error
    }
  }
}

/** @throws ChangedMeanwhile when what is stored differs from what was read, `aside` from fields that are no part of the form */
export function refuseChanged<Stored extends object>(
  base: object,
  stored: Stored,
  aside: readonly string[] = [],
): void {
  const fields = changedFields(base, stored).filter((field) => !aside.includes(field))
  if (fields.length > 0) throw new ChangedMeanwhile(stored, fields)
}

async function read<Stored>(path: string) {
  const response = await answerTo(path)
  if (!response.ok) throw await refusal(response)
  const tag = response.headers.get('etag')
  return {
    stored: (await response.json()) as Stored,
    headers: tag === null ? {} : { 'if-match': asGiven(tag) },
  }
}

/** Proxies that compress mark the tag: nginx as weak, Apache behind the tag. */
const asGiven = (tag: string): string => tag.replace(/^W\//, '').replace(/-(?:gzip|br)"$/, '"')
