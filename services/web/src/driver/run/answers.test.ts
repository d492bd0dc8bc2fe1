import { expect, test } from 'vitest'
import { amountKg, couldNot, emptied, unloaded, withNote } from './answers.ts'

const stop = { expected_kg: 147 }

test('as expected is no weighing: no kilograms are sent', () => {
  expect(emptied(stop, 'expected', 'dry')).toEqual({ outcome: 'emptied', kg: null, wet_kg: null })
})

test('less and more are told as about half and half as much again, to five kilograms', () => {
  expect(emptied(stop, 'less', 'dry')).toMatchObject({ kg: 75 })
  expect(emptied(stop, 'more', 'dry')).toMatchObject({ kg: 220 })
  expect(amountKg({ expected_kg: 11.4 }, 'expected')).toBe(11)
})

test('what is wet is a share of what was weighed, or of what was expected', () => {
  expect(emptied(stop, { kg: 74.5 }, 'partly')).toMatchObject({ kg: 74.5, wet_kg: 37.3 })
  expect(emptied(stop, { kg: 74.5 }, 'wet')).toMatchObject({ kg: 74.5, wet_kg: 74.5 })
  expect(emptied(stop, 'expected', 'wet')).toMatchObject({ kg: null, wet_kg: 145 })
})

test.each([
  ['car', 'blocked'],
  ['locked', 'blocked'],
  ['broken', 'blocked'],
  ['empty', 'skipped'],
  ['partly', 'partly'],
  ['other', 'skipped'],
] as const)('could not, because of "%s", is "%s"', (why, outcome) => {
  expect(couldNot(why)).toEqual({ outcome })
})

test('notes stand behind each other, and none is no note', () => {
  expect(withNote(unloaded(null), null, undefined, '')).toEqual({ outcome: 'unloaded', kg: null })
  expect(withNote(withNote(couldNot('car'), 'a car'), 'sensor loose')).toEqual({
    outcome: 'blocked',
    note: 'a car; sensor loose',
  })
})
