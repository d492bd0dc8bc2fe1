// A cursor carries the whole question, so that a next page can never be one of another question.
import { z } from 'zod'
import { Problem } from '../server/problem.ts'
import { everySchema } from './every.ts'

const cursorSchema = z.strictObject({
  from: z.int(),
  to: z.int(),
  every: everySchema.optional(),
  inner: z.string().min(1),
})
type Cursor = z.output<typeof cursorSchema>

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** @throws Problem `invalid_cursor` */
export function decodeCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Problem('invalid_cursor', 'cursor: wanted the `next_cursor` of a page before')
  }
}
