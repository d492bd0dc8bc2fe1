import { timeSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { PROBLEMS, type ProblemCode } from '../server/problem.ts'

export const problemSchema = z
  .object({
    type: z.string().describe('`urn:bakwacht:problem:` and the code.'),
    title: z.string().describe('The code in words.'),
    status: z.int().describe('The HTTP status.'),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).describe('Stable.'),
    detail: z.string().describe('What was got and what was wanted.'),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header', 'row']),
          field: z.string().describe('JSON pointer, or name of parameter or column.'),
          got: z.string(),
          wanted: z.string(),
          row: z.int().optional().describe('Imports: feature index from 0, or line from 1.'),
        }),
      )
      .optional()
      .describe('Every wrong field.'),
    text: z
      .string()
      .optional()
      .describe(
        'For people: a sentence in the language of Accept-Language, where people can meet this.',
      ),
    now: timeSchema.optional().describe('Of `time_ahead`: the time here.'),
    current_version: z.int().optional().describe('The version that is stored now.'),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457.' })
