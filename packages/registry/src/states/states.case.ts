import { HOUR, NOON, state } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'
import type { StateChange } from '../registry.ts'

export function statesCase(open: Open): void {
  const change = (...given: Parameters<typeof state>): StateChange => ({
    state: state(...given),
    alertsSince: 0,
    episodes: [],
  })

  describe('a state', () => {
    it('is what was applied last, for every process', async () => {
      await using opened = await open()
      const other = await opened.another()
      await opened.registry.states.apply([change('b'), change('a')], NOON)
      expect(await other.states.all()).toEqual([state('a'), state('b')])
      await opened.registry.states.apply([change('b', { pct: 61 })], NOON)
      expect(await other.states.all()).toEqual([state('a'), state('b', { pct: 61 })])
      expect(await other.states.find('b')).toEqual(state('b', { pct: 61 }))
      expect(await other.states.find('nobody')).toBeUndefined()
    })

    it('that says the same at a later tick is neither written nor told', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      await states.apply([change('a')], NOON)
      const before = await events.newestId()
      await states.apply([change('a', { evaluatedAt: NOON + HOUR })], NOON + HOUR)
      expect(await events.newestId()).toBe(before)
      expect(await states.find('a')).toEqual(state('a'))
    })

    it('is told when a reader would notice, and stored in any case', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      await states.apply([change('a', { pct: 50 })], NOON)
      await states.apply([change('a', { pct: 50.2 })], NOON + 1)
      expect((await states.find('a'))?.fill.pct).toBe(50.2)
      await states.apply([change('a', { pct: 50.6 })], NOON + 2)
      expect(await events.after(0, 10)).toMatchObject([
        { kind: 'state', subject: 'a', at: NOON, payload: { fill: { pct: 50 } } },
        { kind: 'state', subject: 'a', at: NOON + 2, payload: { fill: { pct: 50.6 } } },
      ])
    })

    it('given twice in one round is the later one', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      await states.apply([change('a', { pct: 10 }), change('a', { pct: 20 })], NOON)
      expect(await states.all()).toEqual([state('a', { pct: 20 })])
      expect(await events.after(0, 10)).toHaveLength(1)
    })
  })
}
