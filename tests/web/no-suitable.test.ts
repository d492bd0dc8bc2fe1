// A bin that no vehicle of the depot can empty: the desk and its own page say which kinds could, and which there are.
import { expect, test } from 'vitest'
import { ask } from '../system/interface/ask.ts'
import { expectText, hasBrowser, visit } from './browser.ts'
import { emptyWorld, TODAY } from './demo-world.ts'

const location = { type: 'Point', coordinates: [4.637, 50.976] }

test.skipIf(!hasBrowser)('left out for want of a crane, it says so', async () => {
  await using world = await emptyWorld()
  const add = (path: string, body: object) => ask(world.backend, 'POST', path, { body })
  await add('/depots', { id: 'haacht', name: 'Haacht', location })
  const room = { payload_kg: 1000, volume_l: 9000 }
  await add('/vehicles', { id: 'van', name: 'Van', depot_id: 'haacht', type: 'van', ...room })
  const bin = { id: 'markt', name: 'Markt', location, capacity_l: 2000, vehicle_types: ['crane'] }
  await add('/containers', bin)
  await add('/containers/markt/requests', {})
  await add('/plans', { date: TODAY })

  const why =
    /Cannot be reached: no suitable vehicle\. Only .*can empty it: crane\. Kinds in use: van\./
  await using desk = await visit(`${world.http}/?date=${TODAY}`)
  const { page } = desk
  await page.getByLabel('Find a bin').fill('markt')
  await expectText(page, why)
  await page.goto(`${world.http}/containers/markt`)
  await expectText(page, why)
  expect(desk.complaints).toEqual([])
})
