import { readlinkSync } from 'node:fs'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const STANDS_BACK = `
  const { getPriority } = require('node:os')
  const { readlinkSync } = require('node:fs')
  const { parentPort } = require('node:worker_threads')
  import(${JSON.stringify(new URL('./stand-back.ts', import.meta.url).href)}).then(({ standBack }) => {
    standBack(7)
    parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))))
  })
`

test.skipIf(process.platform !== 'linux')('one thread stands back, the others stay', async () => {
  const mine = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  const before = getPriority(mine)
  const worker = new Worker(STANDS_BACK, { eval: true })
  const its = await new Promise((resolve) => worker.once('message', resolve))
  expect(its).toBe(7)
  expect(getPriority(mine)).toBe(before)
  await worker.terminate()
})
