// What the backend tells a device to do: retained, sent again after every start.
import { z } from 'zod'

const interval = (description: string) =>
  z.int().min(10).max(604_800).meta({ description, unit: 's' })

export const deviceConfig = z
  .object({
    rev: z
      .int()
      .min(0)
      .meta({ description: 'Grows with every change; say it back as config_rev.' }),
    report_s: interval('Send what was measured this often.'),
    measure_s: interval('Measure this often.'),
  })
  .meta({
    id: 'Config',
    description: 'What the backend tells a device to do. Ignore keys that you do not know.',
  })

export type WireConfig = z.infer<typeof deviceConfig>
