// Pages stay true however late the stream of what happens is open.
import type { Plan } from '@bakwacht/api/contract'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, holdBack, visit } from './browser.ts'
import { demoWorld, TODAY, type World } from './demo-world.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name })

async function approve({ http }: World): Promise<void> {
  const plans = await (await fetch(`${http}/api/v1/plans?date=${TODAY}`)).json()
  const [plan] = plans.items as readonly [Plan]
  const answer = await fetch(`${http}/api/v1/plans/${plan.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${plan.version}"` },
    body: JSON.stringify({ ops: [{ op: 'approve' }] }),
  })
  expect(answer.status).toBe(200)
}

describe.skipIf(!hasBrowser)('what happens while a page opens', { timeout: 90_000 }, () => {
  test('is seen once the stream is open', async () => {
    await using world = await demoWorld()
    await using desk = await visit('about:blank')
    const { page } = desk
    const stream = await holdBack(page, 'GET', '**/api/v1/stream')
    await page.goto(`${world.http}/`)
    await button(page, 'Approve').waitFor()
    await stream.asked
    await approve(world)
    stream.letGo()
    await button(page, 'Send to the driver').waitFor()
  })
})
