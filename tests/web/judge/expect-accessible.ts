import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFaults } from './axe.ts'
import { sideways } from './sideways.ts'
import { smallTargets } from './targets.ts'

/** Twice what WCAG 2.5.8 asks for. */
const LEAST_TARGET_PX = 48

/** As it stands: nothing serious, light or dark; nothing too small for a finger; nothing out to the side. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect({ colorScheme, faults: await axeFaults(page) }).toEqual({ colorScheme, faults: [] })
  }
  expect(await smallTargets(page, LEAST_TARGET_PX)).toEqual([])
  expect(await sideways(page)).toEqual([])
}
