import { expect, test } from 'vitest'
import { movingRatio } from './moving-ratio.ts'
import { isProcessor } from './software-drawing.ts'

test('a small map stays sharp while it moves, a large one is drawn in fewer pixels, none in too few', () => {
  expect(movingRatio(360, 400, 1)).toBe(1)
  expect(movingRatio(740, 620, 1)).toBeCloseTo(0.57, 2)
  expect(movingRatio(740, 620, 2)).toBeCloseTo(0.57, 2)
  expect(movingRatio(1900, 900, 1)).toBe(0.5)
  expect(movingRatio(0, 0, 1.5)).toBe(1.5)
})

test.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    true,
  ],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', true],
  ['Apple Software Renderer', true],
  ['ANGLE (Intel, Intel(R) HD Graphics 3000 Direct3D11 vs_4_1 ps_4_1, D3D11)', false],
  ['Mesa Intel(R) UHD Graphics 620 (KBL GT2)', false],
  ['Adreno (TM) 610', false],
])('%s: a processor draws: %s', (renderer, expected) => {
  expect(isProcessor(renderer)).toBe(expected)
})
