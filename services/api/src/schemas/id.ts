import { z } from 'zod'

/** Containers, devices, depots, vehicles, sites: ids are the user's own. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, '1 to 64 of A-Z a-z 0-9 . _ : -')
  .describe('1–64 of A-Z a-z 0-9 . _ : -')

/** Plans, runs, stops, alerts, tokens: ids are ours, and only looked up. */
export const keySchema = z.string().min(1).max(200)

export const idParams = z.object({ id: keySchema.describe('The id.') })

export const nameSchema = z.string().trim().min(1).max(200)
