// Pictures of the pages for the documentation: `docs/screens/NAME.png`.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../system/backend.ts'

const FOLDER = join(root, 'docs/screens')
const fileOf = (name: string) => join(FOLDER, `${name}.png`)

/** No run changes the repository by itself: what is there stays, unless `BAKWACHT_SCREENS=write`. */
export const isKept = (name: string): boolean =>
  existsSync(fileOf(name)) && process.env.BAKWACHT_SCREENS !== 'write'

/** Keeps what is seen. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  // Where the pointer rests, something may look pointed at.
  await page.mouse.move(0, 0)
  await page.screenshot({ path: fileOf(name), animations: 'disabled', caret: 'hide' })
}
