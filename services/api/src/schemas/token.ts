import type { Token } from '@bakwacht/registry'
import { timeSchema, wireTime, wireTimeOrNull } from '@bakwacht/wire'
import { z } from 'zod'
import { ROLES } from '../auth/roles.ts'
import { keySchema, nameSchema } from './id.ts'

const fields = {
  name: nameSchema.describe('Who or what uses it.'),
  role: z.enum(ROLES),
  run_id: keySchema.nullable().describe('A driver of this run alone.'),
  expires_at: timeSchema.nullable().describe('null: never.'),
}

export const tokenSchema = z
  .object({ id: z.string(), ...fields, created_at: timeSchema })
  .meta({ id: 'Token' })

export const newTokenSchema = z
  .strictObject({
    ...fields,
    run_id: fields.run_id.default(null),
    expires_at: fields.expires_at.default(null),
  })
  .refine(({ role, run_id }) => run_id === null || role === 'driver', {
    path: ['run_id'],
    message: 'no run_id unless the role is driver',
  })
  .meta({ id: 'NewToken', examples: [{ name: 'Grafana', role: 'viewer' }] })

export const issuedTokenSchema = z
  .object({
    id: z.string(),
    ...fields,
    created_at: timeSchema,
    secret: z.string().describe('The bearer token. Shown this once; stored hashed.'),
  })
  .meta({ id: 'IssuedToken' })

export const tokenToWire = (token: Token) => ({
  id: token.id,
  name: token.name,
  role: token.role,
  run_id: token.runId,
  created_at: wireTime(token.createdAt),
  expires_at: wireTimeOrNull(token.expiresAt),
})
