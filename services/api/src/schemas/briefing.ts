import { z } from 'zod'

export const briefingSchema = z
  .object({
    vehicle_name: z.string(),
    notes: z
      .array(z.object({ stop_id: z.string(), note: z.string() }))
      .describe('What a driver should know of a place: where it stands, who has the key.'),
  })
  .meta({ id: 'Briefing', description: 'What a driver needs beside the run itself.' })
