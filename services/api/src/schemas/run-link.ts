import { timeSchema } from '@bakwacht/wire'
import { z } from 'zod'

export const linkSchema = z
  .object({
    url: z.string().describe("The driver's page; the token stands after #, so no log sees it."),
    token: z.string().describe('Shown this once.'),
    token_id: z.string().describe('To revoke it.'),
    expires_at: timeSchema.describe("14 days after the shift's end: till then it takes results."),
  })
  .meta({ id: 'RunLink' })
