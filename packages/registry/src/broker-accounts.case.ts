import { device, HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import { isMosquittoPasswordOf } from './mosquitto-password.ts'
import type { Open } from './opened.fixture.ts'

export function brokerAccountsCase(open: Open): void {
  const token = { name: 'desk', runId: null, createdAt: NOON, expiresAt: null } as const

  describe('the accounts at an external broker', () => {
    it('are the active devices with a secret, by its newest one', async () => {
      await using opened = await open()
      const { devices, brokerAccounts } = opened.registry
      await devices.put([device('d1'), device('d2'), device('d3')])
      await devices.issueSecret('d1')
      await devices.issueSecret('d3')
      const secret = await devices.issueSecret('d1')
      await devices.put([device('d3', { active: false })])
      const accounts = await brokerAccounts(NOON)
      expect(accounts.map(({ kind, user }) => `${kind} ${user}`)).toEqual(['device d1'])
      expect(await isMosquittoPasswordOf(accounts[0]?.passwordHash ?? '', secret)).toBe(true)
    })

    it('are the tokens that may read events, until they expire or are revoked', async () => {
      await using opened = await open()
      const { tokens, brokerAccounts } = opened.registry
      const viewer = await tokens.issue({ ...token, role: 'viewer' })
      await tokens.issue({ ...token, role: 'driver' })
      await tokens.issue({ ...token, role: 'device-manager' })
      const short = await tokens.issue({ ...token, role: 'planner', expiresAt: NOON + HOUR })
      const users = async (now: number) => (await brokerAccounts(now)).map(({ user }) => user)
      const both = [viewer, short].map((issued) => `token@${issued.token.id}`)
      expect(await users(NOON)).toEqual(both.sort())
      expect(await users(NOON + HOUR)).toEqual([`token@${viewer.token.id}`])
      const [account] = await brokerAccounts(NOON + HOUR)
      expect(await isMosquittoPasswordOf(account?.passwordHash ?? '', viewer.secret)).toBe(true)
      await tokens.revoke(viewer.token.id)
      expect(await users(NOON + HOUR)).toEqual([])
    })
  })
}
