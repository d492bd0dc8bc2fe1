import { expect, test } from 'vitest'
import { breakWindows } from './break-windows.ts'

const pause = (service: number, ...time_windows: [number, number][]) => ({
  ...{ id: 1, service },
  ...(time_windows.length > 0 && { time_windows }),
})

test('a break begins late enough for those before it, and early enough for those after it', () => {
  expect(breakWindows([pause(10), pause(20), pause(30)], [100, 300])).toEqual([
    [[100, 240]],
    [[110, 250]],
    [[130, 270]],
  ])
})

test('windows that cannot be used are dropped, others cut', () => {
  const breaks = [pause(10, [0, 20], [50, 70], [290, 400]), pause(20, [40, 60])]
  expect(breakWindows(breaks, [10, 300])).toEqual([
    [
      [10, 20],
      [50, 50],
    ],
    [[40, 60]],
  ])
})

test('a break that does not fit is left without a window', () => {
  expect(breakWindows([pause(50, [280, 400])], [0, 300])).toEqual([[]])
})
