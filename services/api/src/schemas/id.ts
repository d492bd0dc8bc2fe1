import { z } from 'zod'
import { textSchema } from './text.ts'

/** Containers, devices, depots, vehicles, sites: ids are the user's own. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, '1 to 64 of A-Z a-z 0-9 . _ : -')
  .describe('1–64 of A-Z a-z 0-9 . _ : -')

/** Plans, runs, stops, alerts, tokens: ids are ours, and only looked up. */
export const keySchema = textSchema(200).min(1)

export const idParams = z.object({ id: keySchema.describe('The id.') })

export const nameSchema = textSchema(200).trim().min(1)
