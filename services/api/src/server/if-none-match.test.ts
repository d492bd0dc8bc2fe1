import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { isKnown, packedTag } from './if-none-match.ts'

const knows = (header: string | undefined, tag: string) =>
  isKnown({ headers: { 'if-none-match': header } } as FastifyRequest, tag)

test.each([
  ['"a"', true],
  ['W/"a"', true],
  [' "b" , W/"a","c"', true],
  ['"b,c","a"', true],
  ['*', true],
  ['"b"', false],
  ['"aa"', false],
  ['a', false],
  ['', false],
  [undefined, false],
])('%j names "a": %j', (header, known) => {
  expect([knows(header, '"a"'), knows(header, 'W/"a"')]).toEqual([known, known])
})

test('what is packed has a tag of its own', () => {
  expect(packedTag('"a"')).toBe('"a-gzip"')
})
