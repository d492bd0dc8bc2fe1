import { expect, test } from 'vitest'
import { addressOf, addressOfRun, tokenIn } from './address.ts'

test('the address is a link’s secret, a run, or neither', () => {
  expect(addressOf('#s3cret')).toEqual({ token: 's3cret', runId: null })
  expect(addressOf(addressOfRun('plan 1/van'))).toEqual({ token: null, runId: 'plan 1/van' })
  expect(addressOf('')).toEqual({ token: null, runId: null })
  expect(addressOf('#100%')).toEqual({ token: '100%', runId: null })
})

test('a whole link is pasted, or its secret alone', () => {
  expect(tokenIn(' https://bins.example/driver#s3cret\n')).toBe('s3cret')
  expect(tokenIn('s3cret')).toBe('s3cret')
})
