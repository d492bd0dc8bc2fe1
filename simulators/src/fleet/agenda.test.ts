import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Agenda } from './agenda.ts'

test('gives back by time, and equal times in the order of entry', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const agenda = new Agenda<number>()
      for (const [entry, at] of times.entries()) agenda.add(at, entry)
      const taken = times.map(() => agenda.take())
      const sorted = times
        .map((at, who) => ({ at, who }))
        .toSorted((a, b) => a.at - b.at || a.who - b.who)
      expect(taken.map((one) => one && { at: one.at, who: one.who })).toEqual(sorted)
      expect(agenda.take()).toBeUndefined()
    }),
  )
})
