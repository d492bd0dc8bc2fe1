// What axe-core finds wrong with a page as it stands.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const MATTERS = new Set(['serious', 'critical'])

/** @returns what is serious or critical, one line each: rule, element, what to mend */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // As the debugger does it: the pages' own policy lets no script in.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        runOnly: tags,
        resultTypes: ['violations'],
      }),
    RULES,
  )
  return violations
    .filter(({ impact }) => MATTERS.has(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
}
