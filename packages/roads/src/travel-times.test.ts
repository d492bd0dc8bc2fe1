import { afterAll, describe } from 'vitest'
import { straightLine } from './straight-line/straight-line.ts'
import { travelTimesCases } from './travel-times.case.ts'
import type { TravelTimes } from './travel-times.ts'
import { valhallaOverHttp } from './valhalla/http/http-valhalla.ts'
import { inChild, serve, testMap, timesOn } from './valhalla/valhalla.fixture.ts'

describe('the straight line', () => {
  travelTimesCases(straightLine)
})

const map = await testMap()
const valhalla = map && inChild(map)
const server = valhalla && (await serve(valhalla))
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await valhalla?.stop()
})

describe.skipIf(valhalla === undefined)('Valhalla in a process of ours', () => {
  let times: TravelTimes | undefined
  travelTimesCases(() => {
    if (valhalla === undefined) throw new Error('skipped without Valhalla')
    times ??= timesOn(valhalla)
    return times
  })
})

describe.skipIf(server === undefined)('Valhalla over HTTP', () => {
  let times: TravelTimes | undefined
  travelTimesCases(() => {
    times ??= timesOn(valhallaOverHttp(server?.url ?? ''))
    return times
  })
})
