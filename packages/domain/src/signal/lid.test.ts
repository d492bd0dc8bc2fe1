import { expect, test } from 'vitest'
import { type Lid, lidAfterEcho, lidAfterReading, slidesBy, unknownLid } from './lid.ts'

/** Opened before every fourth echo, for a while. */
const counted: Lid = Array.from({ length: 400 }, (_, echo) => (echo % 4 === 0 ? 2 : 0)).reduce(
  (lid, opens) => lidAfterEcho(lidAfterReading(lid, opens)),
  unknownLid,
)

test('a slide is unlikely under a lid that stayed closed, and likelier after it opened', () => {
  expect(slidesBy(lidAfterReading(counted, 0))).toBeLessThan(0.2)
  expect(slidesBy(lidAfterReading(counted, 1))).toBeGreaterThan(2)
})

test('openings before a lost echo count until the next one', () => {
  const lost = lidAfterReading(lidAfterReading(counted, 1), 0)
  expect(slidesBy(lost)).toBeGreaterThan(2)
  expect(slidesBy(lidAfterReading(lidAfterEcho(lost), 0))).toBeLessThan(0.2)
})

test('where it was not counted, or never opens, the lid says nothing', () => {
  expect(slidesBy(lidAfterReading(lidAfterReading(counted, null), 0))).toBe(1)
  const stopped = Array.from({ length: 1_000 }).reduce<Lid>(
    (lid) => lidAfterEcho(lidAfterReading(lid, 0)),
    counted,
  )
  expect(slidesBy(lidAfterReading(stopped, 0))).toBe(1)
})
