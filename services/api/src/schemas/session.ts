import { timeSchema } from '@bakwacht/wire'
import { z } from 'zod'
import { ROLES } from '../auth/roles.ts'

export const sessionSchema = z
  .object({
    name: z.string(),
    role: z.enum(ROLES),
    acts_as: z.array(z.enum(ROLES)).describe('What is for one of these is for this role too.'),
    run_id: z.string().nullable().describe('A driver of this run alone.'),
    expires_at: timeSchema.nullable(),
    open: z.boolean().describe('True: this instance asks for no token.'),
    now: timeSchema.describe("The service's clock."),
    timezone: z.string().describe('In which local dates and clock times are meant.'),
  })
  .meta({ id: 'Session' })
