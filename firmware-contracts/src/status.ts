// What a device says of itself: retained, and as its last will `{"online": false}`.
import { z } from 'zod'

export const deviceStatus = z
  .object({
    online: z.boolean({ error: 'wanted true or false' }),
    fw: z
      .string({ error: 'wanted a text of up to 64 characters' })
      .max(64, { error: 'wanted a text of up to 64 characters' })
      .optional()
      .meta({ description: 'Version of the firmware.' }),
    config_rev: z
      .int({ error: 'wanted a whole number of at least 0' })
      .min(0, { error: 'wanted a whole number of at least 0' })
      .optional()
      .meta({ description: 'The `rev` of the config that the device runs on.' }),
  })
  .meta({ id: 'Status', description: 'What a device says of itself.' })

export type WireStatus = z.infer<typeof deviceStatus>
