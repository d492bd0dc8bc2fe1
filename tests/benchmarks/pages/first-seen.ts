// When something was first on a page, by the page's own clock: whoever drives the browser hears of it later.
import type { Page } from 'playwright-core'

/** Runs in the page. Attributes too: a part says by one that it is there. */
const noter = (selectors: readonly string[]) => `{
  const seen = (globalThis.firstSeen = {})
  const look = () => {
    for (const selector of ${JSON.stringify(selectors)})
      if (document.querySelector(selector) !== null) seen[selector] ??= performance.now()
  }
  new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true })
}`

/** From the next document of the page on. */
export const noteFirst = (page: Page, selectors: readonly string[]): Promise<unknown> =>
  page.addInitScript(noter(selectors))

/** @returns milliseconds from the page's first byte until there was one, waited for if need be */
export async function sinceFirstByte(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { state: 'attached', timeout: 30_000 })
  return Number(await page.evaluate(`globalThis.firstSeen[${JSON.stringify(selector)}]`))
}
