import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { asOnlySender } from './one-sender.ts'

const LOCK = 'bakwacht-driver-send'

test('one sends after the other', async () => {
  const log: string[] = []
  const send = (name: string) =>
    asOnlySender(async () => {
      log.push(`${name} begins`)
      await sleep(5)
      log.push(`${name} ends`)
    })
  await Promise.all([send('a'), send('b')])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('a holder that works for long is waited for', async () => {
  const first = asOnlySender(() => sleep(5000, 'first'))
  const second = asOnlySender(async () => 'second', 3500)
  expect(await Promise.race([first, second])).toBe('first')
  expect(await second).toBe('second')
})

test('a holder that gives no sign of life is relieved', async () => {
  let wake = (): void => undefined
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const held = navigator.locks.request(LOCK, () => asleep).catch(() => 'relieved')
  expect(await asOnlySender(async () => 'sent', 50)).toBe('sent')
  expect(await held).toBe('relieved')
  wake()
})

test('a sender that is relieved knows when it wakes up', async () => {
  const known: boolean[] = []
  const late = asOnlySender(async (isOurs) => {
    known.push(isOurs())
    await navigator.locks.request(LOCK, { steal: true }, async () => undefined)
    await sleep(1)
    known.push(isOurs())
  })
  await expect(late).rejects.toThrow()
  await expect.poll(() => known).toEqual([true, false])
})
