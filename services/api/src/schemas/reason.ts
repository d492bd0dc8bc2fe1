import type { Reason } from '@bakwacht/domain'
import { LEFT_OUT_CODES, MAY_CODES, MUST_CODES, reasonText } from '@bakwacht/domain'
import { z } from 'zod'
import type { Reader } from '../server/language.ts'

export const evidenceSchema = z
  .record(z.string(), z.union([z.number(), z.string(), z.null()]))
  .describe('The numbers and times behind it, named with their units.')

export const reasonSchema = z
  .object({
    code: z.enum([...MUST_CODES, ...MAY_CODES, ...LEFT_OUT_CODES, 'unload']),
    text: z.string().describe('A sentence, in the language of Accept-Language (en, nl, fr, de).'),
    evidence: evidenceSchema,
  })
  .meta({ id: 'Reason' })

export const wireReason = (reason: Reason, reader: Reader) => ({
  code: reason.code,
  text: reasonText(reason, reader.language, reader),
  evidence: { ...reason.evidence },
})
