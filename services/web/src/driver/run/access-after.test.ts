import { expect, test } from 'vitest'
import { Refused } from '../../api/ask.ts'
import { accessAfter } from './access-after.ts'

test('only the service’s own word ends a run or a link', () => {
  expect(accessAfter(new Refused(410, { code: 'run_over' }))).toBe('over')
  expect(accessAfter(new Refused(404, { code: 'not_found' }))).toBe('over')
  expect(accessAfter(new Refused(401, { code: 'invalid_token' }))).toBe('refused')
  expect(accessAfter(new Refused(403, { code: 'forbidden' }))).toBe('refused')
  expect(accessAfter(new Refused(503, { code: 'unavailable' }))).toBeUndefined()
  expect(accessAfter(new Refused(429, { code: 'invalid_request' }))).toBeUndefined()
  for (const status of [401, 403, 404, 429, 502])
    expect(accessAfter(new Refused(status, {}))).toBeUndefined()
  expect(accessAfter(new TypeError('Failed to fetch'))).toBeUndefined()
})
