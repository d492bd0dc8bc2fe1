import { type Reason, reasonText } from '@bakwacht/domain'
import { reasonToWire, reasonSchema as wordlessSchema } from '@bakwacht/wire'
import { z } from 'zod'
import type { Reader } from '../server/language.ts'

export const reasonSchema = z
  .object({
    ...wordlessSchema.shape,
    text: z.string().describe('A sentence, in the language of Accept-Language (en, nl, fr, de).'),
  })
  .meta({ id: 'Reason' })

/** Says a reason in this reader's language too. */
export const reasonFor = (reader: Reader) => (reason: Reason) => ({
  ...reasonToWire(reason),
  text: reasonText(reason, reader.language, reader),
})
