import { LEFT_OUT_CODES, MAY_CODES, MUST_CODES, type Reason } from '@bakwacht/domain'
import { z } from 'zod'

export const evidenceSchema = z
  .record(z.string(), z.union([z.number(), z.string(), z.null()]))
  .describe('The numbers and times behind it, named with their units.')

export const reasonSchema = z.object({
  code: z.enum([...MUST_CODES, ...MAY_CODES, ...LEFT_OUT_CODES, 'unload']),
  evidence: evidenceSchema,
})

/** Code and evidence, without a sentence: that needs somebody with a language. */
export const reasonToWire = ({ code, evidence }: Reason) => ({ code, evidence: { ...evidence } })
