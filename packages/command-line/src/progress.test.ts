import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

test('a bar is drawn for whoever has waited two seconds, at most ten times a second', () => {
  const { stream, text } = terminal({ isTTY: true })
  let at = 0
  const progress = progressOn(stream, () => at)
  progress.show(0.1, 'early')
  at = 2_500
  progress.show(0.5, 'half')
  at = 2_550
  progress.show(0.6, 'too soon')
  progress.end()
  expect(text()).toContain('50 % | half')
  expect(text()).not.toMatch(/early|too soon/)
})

test('nothing is drawn in a pipe, nor where quiet is asked for', () => {
  for (const [isTTY, quiet] of [
    [false, false],
    [true, true],
  ] as const) {
    const { stream, text } = terminal({ isTTY })
    let at = 0
    const progress = progressOn(stream, () => at, { quiet })
    at = 5_000
    progress.show(0.5, 'half')
    progress.end()
    expect(text()).toBe('')
  }
})

function terminal({ isTTY }: { readonly isTTY: boolean }) {
  let drawn = ''
  const stream = new Writable({
    write(chunk, _, done) {
      drawn += String(chunk)
      done()
    },
  })
  // What cli-progress asks of a terminal.
  const faked = Object.assign(stream, { isTTY, cursorTo: () => true, clearLine: () => true })
  return {
    stream: faked as unknown as NodeJS.WriteStream,
    text: () => drawn,
  }
}
