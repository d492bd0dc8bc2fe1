import type { Page } from 'playwright-core'

/** Waits until a page is drawn: a heading is there, and what it asked for has come. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // The stream of events stays open, so the network never falls silent.
  await page.waitForFunction(
    () => document.querySelector('[aria-busy=true], .waiting[role=status]') === null,
  )
  await page.waitForTimeout(500)
}
