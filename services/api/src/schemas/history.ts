import { emptyingSchema, timeSchema } from '@bakwacht/wire'
import { z } from 'zod'

const hourly = (told: string) =>
  z.array(z.number().nullable()).describe(`${told} One value an hour; null: none in that hour.`)

const { confidence, ...emptying } = emptyingSchema.shape

export const historySchema = z
  .object({
    from: timeSchema.describe('Start of the first hour: `from`, down to the full hour.'),
    step_s: z.literal(3600).describe('Seconds from one value to the next.'),
    kept_from: timeSchema.describe('Before it hours may be gone; readings are kept longer.'),
    hours: z.object({
      fill_pct: hourly('The level that was believed at the end of the hour, %.'),
      fill_sd_pct: hourly('Its standard deviation, points.'),
      temp_c: hourly('Mean, °C.'),
      rh_pct: hourly('Mean relative humidity, %.'),
      dew_point_c: hourly('Of these means, °C.'),
      abs_humidity_g_per_m3: hourly('Mean, g a m³.'),
      mould_index: hourly('0–6, since the last full emptying, at the end of the hour.'),
    }),
    emptied: z
      .array(
        z.object({
          ...emptying,
          confidence: confidence.nullable().describe('That it happened, 0–1; null: not known now.'),
          kg: z.number().nullable().describe('As the driver weighed or judged it; null: not told.'),
        }),
      )
      .describe('Emptyings in this time, the oldest first.'),
  })
  .meta({ id: 'ContainerHistory', description: 'How a container was, hour by hour.' })
