// Whether fingers can hit what is there to be hit.
import type { Page } from 'playwright-core'

const INTERACTIVE =
  'a[href], button, select, textarea, input:not([type=hidden]), summary, [role=button], [role=tab], [role=option], [role=menuitem], [role=switch]'

/**
 * Links within a sentence are as high as their line, as WCAG 2.5.8 allows; a label that belongs to a
 * field is part of its target.
 * @returns what is smaller than `px` in one direction, one line each
 */
export const smallTargets = (page: Page, px: number): Promise<readonly string[]> =>
  page.evaluate(
    ([selector, least]) => {
      const isSeen = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.getBoundingClientRect().width > 1
      const isInText = (element: Element) =>
        element.matches('a') && getComputedStyle(element).display === 'inline'
      /** What a button covers that is stretched over all of it. */
      const spread = (element: Element) => {
        const { content, position } = getComputedStyle(element, '::after')
        const isSpread = content !== 'none' && position === 'absolute'
        return isSpread ? ((element as HTMLElement).offsetParent ?? undefined) : undefined
      }
      const size = (element: Element) => {
        const labels = [...((element as HTMLInputElement).labels ?? [])]
        const boxes = [element, ...labels.filter((label) => label.contains(element))]
          .concat(spread(element) ?? [])
          .map((each) => each.getBoundingClientRect())
        return {
          width: Math.max(...boxes.map(({ width }) => width)),
          height: Math.max(...boxes.map(({ height }) => height)),
        }
      }
      return [...document.querySelectorAll(selector)]
        .filter((element) => isSeen(element) && !isInText(element))
        .map((element) => ({ element, ...size(element) }))
        .filter(({ width, height }) => Math.min(width, height) < least - 0.5)
        .map(
          ({ element, width, height }) =>
            `${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 160)}`,
        )
    },
    [INTERACTIVE, px] as const,
  )
