// What a planner does on the desk, by what is to be read there.
import type { Locator, Page } from 'playwright-core'
import type { Words } from '../../../services/web/src/language/words.ts'
import { expectText } from '../browser.ts'

/** The first plan of the day. */
export async function makePlan(page: Page, said: Words): Promise<void> {
  await page.getByRole('button', { name: said.desk.plan.make }).click()
  await approveButton(page, said).waitFor()
}

/** Opens a run that is folded, as all are on a phone. */
export async function unfold(page: Page, said: Words, vehicle: string): Promise<void> {
  const fold = page.getByRole('button', { name: said.desk.run.show(vehicle) })
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
}

/**
 * By the stop's menu: what it costs is said before it is done.
 * @param choice as the menu calls it
 * @param change as the page calls it afterwards
 */
export async function changeStop(
  page: Page,
  said: Words,
  { stop, choice, change }: Readonly<Record<'stop' | 'choice' | 'change', string>>,
): Promise<void> {
  await page.getByRole('button', { name: said.desk.stop.more(stop), exact: true }).click()
  await page.getByRole('menuitem', { name: choice, exact: true }).click()
  await page.getByRole('button', { name: said.desk.change.yes, exact: true }).click()
  await expectText(page, said.desk.change.done(change))
}

export async function approve(page: Page, said: Words): Promise<void> {
  await approveButton(page, said).click()
  await page.getByText(said.desk.run.status.approved, { exact: true }).first().waitFor()
}

/** @returns what the driver's phone opens */
export async function linkFor(page: Page, said: Words, vehicle: string): Promise<string> {
  await page.getByRole('button', { name: said.desk.run.send, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: said.desk.send.title(vehicle) })
  const link = await dialog.getByLabel(said.desk.send.link, { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  return link
}

/** What became of the run, without anybody asking for it. */
export async function seesAllDriven(page: Page, said: Words): Promise<void> {
  await page.getByText(said.desk.run.status.done, { exact: true }).first().waitFor()
  await expectText(page, said.desk.stop.outcome.emptied)
}

const approveButton = (page: Page, said: Words): Locator =>
  page.getByRole('button', { name: said.desk.plan.approve, exact: true })
