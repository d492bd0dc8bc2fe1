// Every page for everybody: by axe-core, by keyboard, on a narrow phone, enlarged, in the dark.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, hasBrowser, PHONE, visit } from './browser.ts'
import { demoWorld, type World } from './demo-world.ts'
import { DESK_PAGES, driverPage, type PageToVisit } from './every-page.ts'
import { expectAccessible } from './judge/expect-accessible.ts'
import { sideways } from './judge/sideways.ts'
import { tabThrough } from './judge/tab-order.ts'
import { settled } from './settled.ts'

const DRIVER: PageToVisit = { name: 'a run on the driver’s phone', path: '/driver' }
/** A window of 1280 at 200 %. */
const ENLARGED = { width: 640, height: 400 }

describe.skipIf(!hasBrowser)('every page', () => {
  let world: World
  let driver: PageToVisit
  beforeAll(async () => {
    world = await demoWorld()
    driver = await driverPage(world)
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  const opened = async (at: PageToVisit, options: Parameters<typeof visit>[1]) => {
    const { path } = at === DRIVER ? driver : at
    const visited = await visit(`${world.http}${path}`, options)
    await settled(visited.page)
    return visited
  }

  describe.each([...DESK_PAGES, DRIVER])('$name', (at) => {
    test('at a desk: by axe, by Tab, enlarged', async () => {
      await using visited = await opened(at, { screen: DESKTOP })
      const { page } = visited
      await expectAccessible(page)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await tabThrough(page)).toEqual({ missed: [], unseen: [] })
      await page.setViewportSize(ENLARGED)
      expect(await sideways(page)).toEqual([])
      expect(visited.complaints).toEqual([])
    })

    test('on a phone', async () => {
      await using visited = await opened(at, { screen: PHONE })
      await expectAccessible(visited.page)
      expect(visited.complaints).toEqual([])
    })
  })
})
