import { type Alert, alertText } from '@bakwacht/domain'
import { alertToWire as toWire, alertSchema as wordlessSchema } from '@bakwacht/wire'
import { z } from 'zod'
import type { Reader } from '../server/language.ts'

export const alertSchema = z
  .object({
    ...wordlessSchema.shape,
    text: z.string().describe('A sentence, in the language of Accept-Language.'),
  })
  .meta({ id: 'Alert' })

export const alertToWire = (alert: Alert, reader: Reader) => ({
  ...toWire(alert),
  text: alertText(alert, reader.language, reader),
})
