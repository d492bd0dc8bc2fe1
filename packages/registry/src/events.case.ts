import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { NOON, state } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open, Opened } from './opened.fixture.ts'

export function eventsCase(open: Open): void {
  const change = (containerId: string, pct = 50) => ({
    state: state(containerId, { pct }),
    alertsSince: 0,
    episodes: [],
  })

  describe('the event log', () => {
    it('gives what came after an id, in order', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      const start = await events.newestId()
      await states.apply([change('a'), change('b'), change('c')], NOON)
      const all = await events.after(start, 10)
      expect(all.map(({ subject }) => subject)).toEqual(['a', 'b', 'c'])
      expect(await events.after(all[0]?.id ?? 0, 1)).toEqual([all[1]])
      expect(await events.after(await events.newestId(), 10)).toEqual([])
    })

    it('has nothing of a transaction that failed', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      const before = await events.newestId()
      const impossible = { ...change('b'), episodes: [{ kind: 'full', raisedAt: Number.NaN }] }
      await expect(
        states.apply([change('a'), impossible as unknown as ReturnType<typeof change>], NOON),
      ).rejects.toThrow()
      expect(await events.after(before, 10)).toEqual([])
      expect(await states.find('a')).toBeUndefined()
    })

    it('forgets the old, and still counts on', async () => {
      await using opened = await open()
      const { states, events } = opened.registry
      await states.apply([change('a')], NOON)
      await states.apply([change('b')], NOON + 10)
      const newest = await events.newestId()
      await events.forget(NOON + 10)
      expect((await events.after(0, 9)).map(({ subject }) => subject)).toEqual(['b'])
      await events.forget(NOON + 11)
      expect(await events.newestId()).toBe(newest)
      await states.apply([change('c')], NOON + 20)
      expect((await events.after(newest, 9)).map(({ subject }) => subject)).toEqual(['c'])
    })

    it('keeps cursors by name', async () => {
      await using opened = await open()
      const { events } = opened.registry
      expect(await events.cursor('mqtt')).toBe(0)
      await events.setCursor('mqtt', 7)
      await events.setCursor('webhook', 3)
      await events.setCursor('mqtt', 9)
      const other = await opened.another()
      expect([await other.events.cursor('mqtt'), await other.events.cursor('webhook')]).toEqual([
        9, 3,
      ])
    })

    it('never lets a reader skip an event while others write', async () => {
      await using opened = await open()
      const { events, states } = opened.registry
      const start = await events.newestId()
      const writers = ['x', 'y', 'z'].map((name) => writer(opened, name))
      const done = Promise.all(writers).then(() => true)
      const followed: string[] = []
      let cursor = start
      let finished = false
      while (!finished) {
        finished = await Promise.race([done, Promise.resolve(false)])
        for (const event of await events.after(cursor, 7)) {
          followed.push(event.subject)
          cursor = event.id
        }
        await states.all()
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      for (let more = await events.after(cursor, 1000); more.length > 0; more = []) {
        followed.push(...more.map(({ subject }) => subject))
      }
      expect(followed).toHaveLength(3 * ROUNDS * 3)
      expect(new Set(followed).size).toBe(followed.length)
      // The cache of states follows revisions in the same way.
      expect(await states.all()).toHaveLength(followed.length)
    })
  })
}

const ROUNDS = 25

async function writer({ source }: Opened, name: string): Promise<void> {
  const worker = new Worker(new URL('./writing-thread.ts', import.meta.url), {
    workerData: { source, name, rounds: ROUNDS },
  })
  await once(worker, 'exit')
}
