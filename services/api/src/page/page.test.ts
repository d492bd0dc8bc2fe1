import { NOON, state } from '@bakwacht/domain/fixture'
import { available } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi, type TestApi } from '../api.fixture.ts'
import { applyState, seed } from '../fleet.fixture.ts'
import { openTab, type Tab } from './browser.fixture.ts'

const OPEN = { env: { BAKWACHT_HTTP_PORT: '0' } }
const PHONE = { width: 360, dark: true }
const DESK = { width: 1280, dark: false }

const addressOf = (t: TestApi) => {
  const { port } = t.api.app.server.address() as { port: number }
  return `http://127.0.0.1:${port}`
}
/** As one reads it: what holds a number and its unit together is a blank too. */
const textOf = (tab: Tab) =>
  tab.evaluate<string>(String.raw`document.body.innerText.replaceAll('\u00a0', ' ')`)

test('every file that the page names is served, and none from elsewhere', async () => {
  await using t = await openApi()
  const seen = new Set<string>()
  const follow = async (path: string): Promise<void> => {
    if (seen.has(path)) return
    seen.add(path)
    const { status, text } = await t.ask('GET', path, { token: null })
    expect({ path, status }).toEqual({ path, status: 200 })
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//)
    const names = [...text.matchAll(/(?:from |src=|href=)['"](\.?\/[^'"]+\.(?:js|css))['"]/g)]
    for (const [, name = ''] of names) await follow(new URL(name, `http://x${path}`).pathname)
  }
  await follow('/')
  await follow('/driver')
  expect(seen.size).toBeGreaterThan(10)
})

describe.skipIf(!available('chromium'))('in a browser', () => {
  test('the page shows runs, alerts and what needs attention, and follows what happens', async () => {
    await using t = await openApi(OPEN)
    await t.api.listen()
    await seed(t, ['a', 'b'])
    const silent = {
      kind: 'silent',
      raisedAt: NOON - 1000,
      clearedAt: null,
      evidence: { last_reading_at: NOON - 9_000_000 },
    } as const
    await applyState(t, state('a', { pct: 87 }), [silent])
    await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' }, token: null })

    await using tab = await openTab()
    await tab.open(`${addressOf(t)}/`, DESK)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('● live'.slice(2))
    await expect.poll(() => textOf(tab)).toContain('Collection runs')
    const text = await textOf(tab)
    expect(text).toContain('Monday 23 November')
    expect(text).toContain('1 run · 2 bins · 75 kg · 8.4 km · € 62')
    expect(text).toContain('Van 1 · 08:00–12:00')
    expect(text).toContain('No reading since Monday 23 November at 10:30')
    expect(text).toContain('Needs attention (2)')

    await tab.evaluate(`document.querySelector('.wrong details').open = true`)
    await expect.poll(() => textOf(tab)).toContain('87 % full, measured on Monday 23 November')
    await applyState(t, state('b', { pct: 96 }))
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('96 %')
    expect(await textOf(tab)).toContain('87 % full, measured on Monday 23 November')
    expect(tab.complaints).toEqual([])
    expect(
      tab.requests.filter((url) => !url.startsWith(addressOf(t)) && !url.startsWith('data:')),
    ).toEqual([])
  })

  test('on a phone in the dark nothing is wider than the screen', async () => {
    await using t = await openApi(OPEN)
    await t.api.listen()
    await seed(t, ['a-container-with-quite-a-long-name-that-has-no-blanks-at-all'])
    await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' }, token: null })
    await using tab = await openTab()
    await tab.open(`${addressOf(t)}/`, PHONE)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('Collection runs')
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(360)
    const ground = 'getComputedStyle(document.body).backgroundColor'
    expect(await tab.evaluate(ground)).toBe('rgb(20, 22, 26)')
    expect(tab.complaints).toEqual([])
  })

  test('where a token is needed the page asks for it, and says when it is wrong', async () => {
    await using t = await openApi()
    await t.api.listen()
    await using tab = await openTab()
    await tab.open(`${addressOf(t)}/`, PHONE)
    const signIn = (token: string) =>
      tab.evaluate(
        `document.getElementById('token').value = '${token}'; document.getElementById('sign-in-button').click()`,
      )
    const isAsking = () =>
      tab.evaluate<boolean>(`document.getElementById('sign-in')?.open === true`)
    await expect.poll(isAsking, { timeout: 15_000 }).toBe(true)
    await signIn('wrong')
    await expect.poll(() => textOf(tab)).toContain('This token is not known')
    await signIn(ADMIN_TOKEN)
    await expect.poll(isAsking).toBe(false)
    await expect.poll(() => textOf(tab)).toContain('Alerts (0)')
  })

  test('a driver’s link shows that run, and takes the driver’s word', async () => {
    await using t = await openApi()
    await t.api.listen()
    await seed(t, ['a'])
    const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' } })).json
    const body = { ops: [{ op: 'approve' }] }
    await t.ask('PATCH', `/api/v1/plans/${plan.id}`, { body, headers: { 'if-match': '"1"' } })
    const { url } = (await t.ask('POST', `/api/v1/runs/${plan.runs[0].id}/link`)).json
    await using tab = await openTab()
    await tab.open(url, PHONE)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('✓ Emptied')
    expect(await tab.evaluate('location.hash')).toBe('')
    await tab.evaluate(`document.querySelector('button.main:not(#sign-in-button)').click()`)
    await expect.poll(() => textOf(tab)).toContain('✓ Unloaded')
    const run = (await t.ask('GET', `/api/v1/runs/${plan.runs[0].id}`)).json
    expect(run).toMatchObject({
      status: 'started',
      stops: [{ result: { outcome: 'emptied' } }, {}],
    })
    // After the last stop the link has done its work, and says so; also to who opens it later.
    await tab.evaluate(`document.querySelector('button.main:not(#sign-in-button)').click()`)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('This link is over')
    await tab.open(url, PHONE)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('Thank you!')
    expect(await textOf(tab)).not.toContain('Container a')
  })

  test('a driver who looks the evening before reads which day it is for', async () => {
    await using t = await openApi()
    await t.api.listen()
    await seed(t, ['a'])
    const plan = (await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-24' } })).json
    const { url } = (await t.ask('POST', `/api/v1/runs/${plan.runs[0].id}/link`)).json
    await using tab = await openTab()
    await tab.open(url, PHONE)
    await expect
      .poll(() => textOf(tab), { timeout: 15_000 })
      .toMatch(/Tuesday 24 November · \d\d:\d\d–\d\d:\d\d/)
  })

  test('a number and its unit stay on one line', async () => {
    await using t = await openApi(OPEN)
    await t.api.listen()
    await seed(t, ['a'])
    await t.ask('POST', '/api/v1/plans', { body: { date: '2026-11-23' }, token: null })
    await using tab = await openTab()
    await tab.open(`${addressOf(t)}/`, PHONE)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('Collection runs')
    const raw = await tab.evaluate<string>('document.body.innerText')
    expect(raw).toMatch(/\d\u00a0kg/)
    expect(raw).not.toMatch(/\d (%|kg|km)|€ \d/)
  })

  test('a link that was taken away says so in the driver’s language', async () => {
    await using t = await openApi()
    await t.api.listen()
    await using tab = await openTab()
    await tab.open(`${addressOf(t)}/driver#revoked`, PHONE)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('This link is over')
    await tab.evaluate(`document.getElementById('language').value = 'nl'`)
    await tab.evaluate(`document.getElementById('language').onchange()`)
    await expect.poll(() => textOf(tab), { timeout: 15_000 }).toContain('Deze link werkt niet meer')
  })
})
