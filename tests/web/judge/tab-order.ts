// A walk through a page with the Tab key alone.
import type { Page } from 'playwright-core'

export interface Walk {
  /** What could be focused and never was. */
  readonly missed: readonly string[]
  /** What had the focus without showing it. */
  readonly unseen: readonly string[]
}

const FOCUSABLE =
  'a[href], button:not(:disabled), select:not(:disabled), textarea:not(:disabled), input:not(:disabled):not([type=hidden]), summary, [tabindex="0"]'
const MOST_STEPS = 400

/** Presses Tab until it comes round. Of radio buttons with one name, one is a stop for all. */
export async function tabThrough(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    // From the top, wherever somebody clicked before.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    for (const element of document.querySelectorAll('[data-walked]'))
      element.removeAttribute('data-walked')
  })
  const unseen: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(markFocused)
    if (said === 'round') break
    if (said !== 'seen' && said !== 'within') unseen.push(said)
  }
  return { missed: await page.evaluate(notWalked, FOCUSABLE), unseen }
}

/**
 * @returns `round` when back where the walk has been or out of the page, `within` when still in a control of
 *   several parts such as a date, `seen`, or what does not show its focus
 */
function markFocused(): string {
  const element = document.activeElement
  if (element === null || element === document.body) return 'round'
  if (element.getAttribute('data-walked') === 'last') return 'within'
  if (element.hasAttribute('data-walked')) return 'round'
  document.querySelector('[data-walked=last]')?.setAttribute('data-walked', '')
  element.setAttribute('data-walked', 'last')
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
  const shows =
    (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  return shows ? 'seen' : element.outerHTML.slice(0, 160)
}

function notWalked(focusable: string): string[] {
  const walkedNames = new Set(
    [...document.querySelectorAll<HTMLInputElement>('input[type=radio][data-walked]')].map(
      ({ name }) => name,
    ),
  )
  return [...document.querySelectorAll(focusable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter(
      (element) => !element.hasAttribute('data-walked') && element.closest('[inert]') === null,
    )
    .filter((element) => element.getAttribute('tabindex') !== '-1')
    .filter((element) => !walkedNames.has((element as HTMLInputElement).name ?? ' '))
    .map((element) => element.outerHTML.slice(0, 160))
}
