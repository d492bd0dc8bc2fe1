import { randomUUID } from 'node:crypto'
import { inChunks } from './database/chunks.ts'
import type { TokenRow } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import { mosquittoPassword } from './mosquitto-password.ts'
import type { Role, Token, Tokens } from './registry.ts'
import { isSecretOf, newSecret, secretHash } from './secret.ts'

/** Bearer tokens of people and programs. A revoked one is gone. */
export function createTokens({ db }: StoreDependencies): Tokens {
  return {
    async all() {
      const rows = await db
        .selectFrom('tokens')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(tokenOf)
    },

    async issue(given) {
      const token: Token = { ...given, id: randomUUID() }
      const secret = newSecret()
      await db
        .insertInto('tokens')
        .values({
          ...rowOf(token),
          secret_hash: secretHash(secret),
          mosquitto_password: await mosquittoPassword(secret),
        })
        .execute()
      return { token, secret }
    },

    async verify(secret, now) {
      // Looking up by hash leaks nothing of use: nobody can choose a secret by its hash's beginning.
      const row = await db
        .selectFrom('tokens')
        .selectAll()
        .where('secret_hash', '=', secretHash(secret))
        .executeTakeFirst()
      if (row === undefined || !isSecretOf(row.secret_hash, secret)) return undefined
      return row.expires_at !== null && row.expires_at <= now ? undefined : tokenOf(row)
    },

    async valid(ids, now) {
      const rows = await inChunks(ids, (chunk) =>
        db
          .selectFrom('tokens')
          .select('id')
          .where('id', 'in', chunk)
          .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
          .execute(),
      )
      return new Set(rows.map(({ id }) => id))
    },

    async revoke(id) {
      const { numDeletedRows } = await db
        .deleteFrom('tokens')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}

const tokenOf = (row: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  runId: row.run_id,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

const rowOf = (token: Token): Omit<TokenRow, 'secret_hash' | 'mosquitto_password'> => ({
  id: token.id,
  name: token.name,
  role: token.role,
  run_id: token.runId,
  created_at: token.createdAt,
  expires_at: token.expiresAt,
})
