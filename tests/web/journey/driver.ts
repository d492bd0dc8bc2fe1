// What a driver does at each stop, by what is to be read on the phone.
import type { Page } from 'playwright-core'
import type { Words } from '../../../services/web/src/language/words.ts'
import { expectText } from '../browser.ts'

export interface DrivenStop {
  readonly name: string
  readonly kind: 'container' | 'unload' | 'pickup'
}

/** The whole run from first to last stop; bins are emptied, at the depot the load is left. */
export async function driveAll(page: Page, said: Words, stops: readonly DrivenStop[]) {
  for (const { name, kind } of stops) {
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    const answer = kind === 'unload' ? said.driver.unloaded : said.driver.emptied
    await page.getByRole('button', { name: answer, exact: true }).click()
    await page.getByRole('button', { name: said.driver.ok, exact: true }).click()
  }
  await page.getByRole('heading', { level: 1, name: said.driver.doneTitle }).waitFor()
}

export const seesAllSent = (page: Page, said: Words) => expectText(page, said.driver.allSent)
