import { DAY_MS } from '@bakwacht/domain'
import { encodeJson } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import { Inbox } from './inbox.ts'

const AT = Date.UTC(2026, 0, 10)
const message = (value: object, receivedAt = AT) => ({
  deviceId: 'd',
  receivedAt,
  payload: encodeJson(value),
})
const reading = (over: object = {}) => ({ v: 1, ts: AT / 1000, distance_mm: 800, ...over })

test('a reading counts once, however often it comes', () => {
  const inbox = new Inbox({ deviceId: 'd' })
  expect(inbox.take(message(reading()))).toHaveLength(1)
  expect(inbox.take(message([reading(), reading({ ts: AT / 1000 - 60 })]))).toHaveLength(1)
})

test('a reading without a time is a repeat when it says the same again within a day', () => {
  const inbox = new Inbox({ deviceId: 'd' })
  const untimed = { v: 1, seq: 4, distance_mm: 800 }
  expect(inbox.take(message(untimed))).toHaveLength(1)
  expect(inbox.take(message(untimed, AT + 60_000))).toHaveLength(0)
  expect(inbox.take(message({ ...untimed, seq: 5 }, AT + 120_000))).toHaveLength(1)
})

test('what is no message, and what is two weeks late, says nothing', () => {
  const inbox = new Inbox({ deviceId: 'd' })
  expect(inbox.take({ deviceId: 'd', receivedAt: AT, payload: new Uint8Array([123, 1]) })).toEqual(
    [],
  )
  inbox.take(message(reading()))
  expect(inbox.take(message(reading({ ts: (AT - 15 * DAY_MS) / 1000 })))).toEqual([])
})
