// Pictures of the pages for the documentation, made by the tests that walk through them anyway.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../system/backend.ts'

const FOLDER = join(root, 'docs/screens')

/**
 * Keeps what is seen as `docs/screens/NAME.png`: where there is no such picture yet, or all of them
 * anew with `BAKWACHT_SCREENS=write`, so that no run changes the repository by itself.
 */
export async function keepScreen(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  if (existsSync(path) && process.env.BAKWACHT_SCREENS !== 'write') return
  mkdirSync(FOLDER, { recursive: true })
  // Where the pointer rests, something may look pointed at.
  await page.mouse.move(0, 0)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
}
