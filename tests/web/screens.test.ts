// The main pages as they stand in the documentation. Nothing is visited while all pictures are there;
// `BAKWACHT_SCREENS=write` makes them anew.
import { afterAll, beforeAll, describe, test } from 'vitest'
import { hasBrowser, PHONE, type VisitOptions, visit } from './browser.ts'
import { demoWorld, emptyWorld, type World } from './demo-world.ts'
import { driverPage } from './every-page.ts'
import { isKept, keepScreen } from './keep-screen.ts'
import { settled } from './settled.ts'

interface Picture extends VisitOptions {
  readonly name: string
  readonly path: string
}

/** The driver's comes last: it approves the plan. */
const PICTURES: readonly Picture[] = [
  { name: 'desk', path: '/' },
  { name: 'desk-dark', path: '/', dark: true },
  { name: 'desk-phone', path: '/', screen: PHONE },
  { name: 'container', path: '/containers/bin-0002' },
  { name: 'register', path: '/register/containers' },
  { name: 'settings', path: '/settings' },
  { name: 'driver', path: '/driver', screen: PHONE },
]
const MISSING = PICTURES.filter(({ name }) => !isKept(name))

describe.skipIf(!hasBrowser || MISSING.length === 0)('pictures of the pages', () => {
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  test.each(MISSING)('$name', async ({ name, path, ...options }) => {
    const address = path === '/driver' ? (await driverPage(world)).path : path
    await using seen = await visit(`${world.http}${address}`, options)
    await settled(seen.page)
    await keepScreen(seen.page, name)
  })
})

test.skipIf(!hasBrowser || isKept('first-run'))('a picture of the first day', async () => {
  await using world = await emptyWorld()
  await using seen = await visit(`${world.http}/`)
  await settled(seen.page)
  await keepScreen(seen.page, 'first-run')
})
