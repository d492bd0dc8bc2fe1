// What the API refused, in the page's words: for a field, or for the whole of it.
import { Refused } from '../api/ask.ts'
import { ChangedMeanwhile } from '../api/replace.ts'
import { words } from '../language/words.ts'

/** What is wrong with one field. @param field as in the body, e.g. `capacity_l` */
export function fieldFault(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refused)) return undefined
  const wrong = error.problem.errors?.find((one) => one.field.split('/')[1] === field)
  return wrong && words().parts.notTaken(wrong.got)
}

/**
 * What to say of a failed save; `undefined` when nothing failed.
 * @param label what a field of the body is called on the page
 */
export function refusal(
  error: unknown,
  label: (field: string) => string = String,
): string | undefined {
  const said = words().parts
  if (error === null || error === undefined) return undefined
  if (error instanceof ChangedMeanwhile)
    return said.changedElsewhere(error.fields.map(label).join(', '))
  if (!(error instanceof Refused)) return said.notReached
  const { status, problem } = error
  if (status === 401) return said.signedOut
  if (status === 403) return said.notAllowed
  if (problem.code === 'already_exists') return said.idTaken
  if (problem.errors !== undefined && problem.errors.length > 0) return said.lookAbove
  if (status >= 500) return said.notReached
  return problem.text ?? said.refused
}
