import { expect, test } from 'vitest'
import { isChangedSince, type UndoStack, withDone, withoutLast } from './undo-stack.ts'

const done = (title: string, before: number) => ({ title, before, after: before + 1 })

test('each undo goes back to the version before the last change that still holds', () => {
  let stack: UndoStack = withDone(withDone([], done('drop', 1)), done('add', 2))
  expect(isChangedSince(stack, 3)).toBe(false)
  // Undone by a change of its own: version 4 is as 2 was.
  stack = withoutLast(stack, 4)
  expect(stack.at(-1)).toMatchObject({ title: 'drop', before: 1 })
  expect(isChangedSince(stack, 4)).toBe(false)
  expect(withoutLast(stack, 5)).toEqual([])
})

test('what others do to the plan in between is noticed', () => {
  const stack = withDone([], done('drop', 1))
  expect(isChangedSince(stack, 3)).toBe(true)
  expect(isChangedSince([], 3)).toBe(false)
})

test('no more is remembered than the service keeps', () => {
  let stack: UndoStack = []
  for (let version = 1; version <= 30; version++) stack = withDone(stack, done('move', version))
  expect(stack).toHaveLength(20)
  expect(stack.at(0)?.before).toBe(11)
})
