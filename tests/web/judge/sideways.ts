// Whether somebody would have to scroll sideways to read.
import type { Page } from 'playwright-core'

/** @returns what stands out of the page to the right, one line each; none: nothing does */
export const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const isCut = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible' && at !== document.body) return true
      return false
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !isCut(element))
      .map((element) => element.outerHTML.slice(0, 120))
  })
