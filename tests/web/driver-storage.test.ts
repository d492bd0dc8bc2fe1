// Phones that keep little or nothing, pages without https, and the several ways into a run.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ask } from '../system/interface/ask.ts'
import { expectText, hasBrowser, PHONE, textOf, visit } from './browser.ts'
import { type DriverWorld, driverWorld } from './driver-world.ts'

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const firstOutcome = async (world: DriverWorld) => (await world.now()).stops[0]?.result?.outcome

/** A page that opens with this done to its browser. */
async function opened(world: DriverWorld, before: () => void) {
  const driver = await visit('about:blank', { screen: PHONE })
  await driver.page.addInitScript(before)
  await driver.page.goto(`${world.http}/driver#${world.token}`)
  await driver.page.getByRole('heading', { level: 1 }).waitFor()
  return driver
}

/** Runs in the page: lets it ask what is kept, and waits with the answer until it `mayAnswer`. */
const holdAnswer = () =>
  new Promise<void>((asked) => {
    const opening = indexedDB.open('bakwacht-driver')
    opening.onsuccess = () => {
      const { result: db } = opening
      // Who reads waits for who may write.
      const remarks = db.transaction('remarks', 'readwrite').objectStore('remarks')
      const hold = () => {
        if ('mayAnswer' in globalThis) db.close()
        else remarks.count().onsuccess = hold
      }
      hold()
      new BroadcastChannel('bakwacht-driver').postMessage('changed')
      asked()
    }
  })

/** By then the next bins are full. */
const ANOTHER_DAY = '2026-11-27'

/** @returns the secret of a link to the first run of that day, approved */
async function planned({ backend }: DriverWorld, date: string, token: string): Promise<string> {
  const plan = (await ask(backend, 'POST', '/plans', { token, body: { date } })).body
  await ask(backend, 'PATCH', `/plans/${plan.id}`, {
    token,
    body: { ops: [{ op: 'approve' }] },
    headers: { 'if-match': `"${plan.version}"` },
  })
  return (await ask(backend, 'POST', `/runs/${plan.runs[0]?.id}/link`, { token })).body.token
}

describe.skipIf(!hasBrowser)('the driver’s page', { timeout: 90_000 }, () => {
  test('says when the browser keeps nothing, and sends at once', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      Reflect.deleteProperty(window, 'indexedDB')
      Reflect.deleteProperty(Window.prototype, 'indexedDB')
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('kept out', 'SecurityError')
        },
      })
    })
    await expectText(driver.page, 'This browser keeps nothing')
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await expect.poll(() => firstOutcome(world)).toBe('emptied')
    await expectText(driver.page, '✓ all sent')
  })

  test('says when the phone is full, holds on to the tap and sends it', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await driver.context.setOffline(true)
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await expectText(driver.page, 'The memory of this phone is full.')
    await expectText(driver.page, '⇡ 1 to send')
    await driver.context.setOffline(false)
    await expectText(driver.page, '✓ all sent')
    expect(await firstOutcome(world)).toBe('emptied')
  })

  test('keeps on the screen what a full phone could not keep, whatever it still answers', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    const { page } = driver
    await driver.context.setOffline(true)
    await page.evaluate(holdAnswer)
    // By then the page has asked.
    await page.waitForTimeout(300)
    await tap(page, 'Emptied')
    await tap(page, 'OK, next')
    await expectText(page, '⇡ 1 to send')
    await page.evaluate(() => Object.assign(globalThis, { mayAnswer: true }))
    await page.waitForTimeout(300)
    expect(await textOf(page)).toContain('⇡ 1 to send')
    await driver.context.setOffline(false)
    await expectText(page, '✓ all sent')
    expect(await firstOutcome(world)).toBe('emptied')
  })

  test('goes on to the next stop however slowly the phone stores', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      const { add } = IDBObjectStore.prototype
      IDBObjectStore.prototype.add = function (...given) {
        const until = performance.now() + 1500
        const hold = () => {
          if (performance.now() < until) this.count().onsuccess = hold
        }
        hold()
        return add.apply(this, given)
      }
    })
    await driver.context.setOffline(true)
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await expectText(driver.page, /stop 2 of/)
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await expectText(driver.page, /stop 3 of/)
    await driver.context.setOffline(false)
    await expectText(driver.page, '✓ all sent')
    expect((await world.now()).stops.slice(0, 2).map(({ result }) => result?.outcome)).toEqual([
      'emptied',
      'emptied',
    ])
  })

  test('opens its memory again when the browser has closed it', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given)
        addEventListener('close-memory', () => {
          request.result.close()
          request.result.dispatchEvent(new Event('close'))
        })
        return request
      }
    })
    const { page } = driver
    await driver.context.setOffline(true)
    await page.evaluate(() => dispatchEvent(new Event('close-memory')))
    await tap(page, 'Emptied')
    await tap(page, 'OK, next')
    await expectText(page, '⇡ 1 to send')
    await driver.context.setOffline(false)
    // Had the tap been on the page alone, it would be gone now.
    await page.reload()
    await expectText(page, /stop 2 of/)
    await expectText(page, '✓ all sent')
    expect(await firstOutcome(world)).toBe('emptied')
  })

  test('drives without https too, and says that it cannot be kept', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
      Reflect.deleteProperty(Navigator.prototype, 'locks')
      Reflect.deleteProperty(Navigator.prototype, 'storage')
      Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    })
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await expectText(driver.page, '✓ all sent')
    await tap(driver.page, /^All stops/)
    await expectText(driver.page, 'This page needs a connection to open')
    expect(driver.complaints).toEqual([])
  })

  test('without a link it opens the day’s run of who is signed in', async () => {
    await using world = await driverWorld()
    await using driver = await visit(`${world.http}/driver`, { screen: PHONE })
    await expectText(driver.page, /stop 1 of/)
    expect(driver.page.url()).toBe(`${world.http}/driver#run=${encodeURIComponent(world.run.id)}`)
    await driver.page.reload()
    await expectText(driver.page, /stop 1 of/)
    expect(driver.complaints).toEqual([])
  })

  test('an account that may only look is asked to sign in as a driver, before any tap', async () => {
    const admin = 'an-admin-token-for-tests'
    await using world = await driverWorld({ BAKWACHT_ADMIN_TOKEN: admin }, admin)
    const body = { name: 'visitor', role: 'viewer' }
    const viewer = (await ask(world.backend, 'POST', '/tokens', { token: admin, body })).body
    await using driver = await visit(`${world.http}/driver`, { screen: PHONE })
    const { page } = driver
    await page.request.post(`${world.http}/api/v1/session`, {
      data: { token: viewer.secret },
      headers: { origin: world.http },
    })
    await page.reload()
    await expectText(page, 'Sign in to send answers')
    await page.getByRole('link', { name: 'Sign in with an account' }).waitFor()
    expect(await page.getByRole('button', { name: 'Emptied' }).count()).toBe(0)
    // The link drives, whoever is signed in.
    await page.goto(`${world.http}/driver#${world.token}`)
    await tap(page, 'Emptied')
    await tap(page, 'OK, next')
    await expectText(page, '✓ all sent')
    await expect.poll(() => firstOutcome(world)).toBe('emptied')
  })

  test('a phone with several runs asks which', async () => {
    const admin = 'an-admin-token-for-tests'
    await using world = await driverWorld({ BAKWACHT_ADMIN_TOKEN: admin }, admin)
    const later = await planned(world, ANOTHER_DAY, admin)
    await using driver = await visit(`${world.http}/driver#${world.token}`, { screen: PHONE })
    const { page } = driver
    await expectText(page, /stop 1 of/)
    await page.goto(`${world.http}/driver#${later}`)
    await expectText(page, /stop 1 of/)
    await tap(page, 'All stops')
    await tap(page, 'Other runs on this phone')
    await expectText(page, 'Which run do you drive?')
    await tap(page, /Monday 23 November/)
    await page
      .getByRole('heading', { level: 1, name: world.run.stops[0]?.name ?? '', exact: true })
      .waitFor()
    expect(driver.complaints).toEqual([])
  })

  test('without a link or a session it says where the link comes from, and takes it', async () => {
    const admin = 'an-admin-token-for-tests'
    await using world = await driverWorld({ BAKWACHT_ADMIN_TOKEN: admin }, admin)
    await using driver = await visit(`${world.http}/driver`, { screen: PHONE })
    await expectText(driver.page, 'No run for now')
    await driver.page
      .getByLabel('Or paste the link here')
      .fill(`${world.http}/driver#${world.token}`)
    await tap(driver.page, 'Open')
    await expectText(driver.page, /stop 1 of/)
    await driver.page.goto(`${world.http}/driver#wrong`)
    await expectText(driver.page, 'This link does not work any more')
  })

  test('thanks at the end, and lets the last answers be put right', async () => {
    await using world = await driverWorld()
    const { run, backend } = world
    for (const { id, kind } of run.stops.slice(0, -1))
      await ask(backend, 'POST', `/runs/${run.id}/stops/${id}/result`, {
        body: { outcome: kind === 'unload' ? 'unloaded' : 'emptied' },
      })
    await using driver = await visit(`${world.http}/driver#${world.token}`, { screen: PHONE })
    const { page } = driver
    await tap(page, 'Unloaded')
    await page.getByLabel('Weight on the scale').fill('812,5')
    await tap(page, 'OK, next')
    await expectText(page, 'Done. Thank you!')
    await expectText(page, '✓ all sent')
    await expect.poll(async () => (await world.now()).status).toBe('done')
    // The link shows the run no more, but the phone does.
    await page.reload()
    await expectText(page, 'Done. Thank you!')
    await tap(page, 'All stops')
    await page.getByRole('button', { name: /^1 / }).click()
    await tap(page, 'Could not')
    await tap(page, 'It was empty already')
    await expect.poll(() => firstOutcome(world)).toBe('skipped')
    expect((await world.now()).stops.at(-1)?.result).toMatchObject({ kg: 812.5 })
  })

  test('a run that is cancelled says so; what was tapped for it is not lost', async () => {
    await using world = await driverWorld()
    const { run, backend } = world
    await using driver = await visit(`${world.http}/driver#${world.token}`, { screen: PHONE })
    await driver.page.getByRole('heading', { level: 1 }).waitFor()
    await driver.context.setOffline(true)
    await tap(driver.page, 'Emptied')
    await tap(driver.page, 'OK, next')
    await tap(driver.page, 'Problem')
    await driver.page.getByText('Rubbish beside it').click()
    await tap(driver.page, 'Save')
    await expectText(driver.page, 'Noticed: Rubbish beside it')
    const plan = (await ask(backend, 'GET', `/plans/${run.plan_id}`)).body
    await ask(backend, 'PATCH', `/plans/${plan.id}`, {
      body: { ops: [{ op: 'cancel', run_ids: [run.id] }] },
      headers: { 'if-match': `"${plan.version}"` },
    })
    await driver.context.setOffline(false)
    await expectText(driver.page, 'This run is over')
    await expectText(driver.page, 'Rubbish beside it. This was not sent')
    await tap(driver.page, '! 1 not accepted')
    await expectText(driver.page, 'or has cancelled it')
  })
})
