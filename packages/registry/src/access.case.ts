import { HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from './opened.fixture.ts'

export function accessCase(open: Open): void {
  const given = {
    name: 'desk',
    role: 'planner',
    runId: null,
    createdAt: NOON,
    expiresAt: null,
  } as const

  describe('a token', () => {
    it('is known by its secret until it is revoked', async () => {
      await using opened = await open()
      const { tokens } = opened.registry
      const { token, secret } = await tokens.issue(given)
      expect(token).toEqual({ ...given, id: token.id })
      expect(Buffer.from(secret, 'base64url')).toHaveLength(24)
      expect(await tokens.verify(secret, NOON)).toEqual(token)
      expect(await tokens.verify(`${secret}x`, NOON)).toBeUndefined()
      expect(await tokens.all()).toEqual([token])
      expect(await tokens.revoke(token.id)).toBe(true)
      expect(await tokens.revoke(token.id)).toBe(false)
      expect(await tokens.verify(secret, NOON)).toBeUndefined()
      expect(await tokens.all()).toEqual([])
    })

    it('ends when it expires', async () => {
      await using opened = await open()
      const { tokens } = opened.registry
      const { secret } = await tokens.issue({
        ...given,
        role: 'driver',
        runId: 'r1',
        expiresAt: NOON + HOUR,
      })
      expect(await tokens.verify(secret, NOON + HOUR - 1)).toMatchObject({ runId: 'r1' })
      expect(await tokens.verify(secret, NOON + HOUR)).toBeUndefined()
    })

    it('is valid until it is revoked or expires', async () => {
      await using opened = await open()
      const { tokens } = opened.registry
      const lasting = await tokens.issue(given)
      const short = await tokens.issue({ ...given, expiresAt: NOON + HOUR })
      const ids = [lasting.token.id, short.token.id, 'nobody’s']
      expect(await tokens.valid(ids, NOON)).toEqual(new Set(ids.slice(0, 2)))
      expect(await tokens.valid(ids, NOON + HOUR)).toEqual(new Set([lasting.token.id]))
      await tokens.revoke(lasting.token.id)
      expect(await tokens.valid(ids, NOON + HOUR)).toEqual(new Set())
    })
  })
}
