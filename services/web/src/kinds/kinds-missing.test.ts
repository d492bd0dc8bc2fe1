import { expect, test } from 'vitest'
import { kindsMissing } from './kinds-missing.ts'

const vehicle = (type: string, depot_id = 'haacht', active = true) => ({ type, depot_id, active })
const craneOnly = { because: 'vehicle_type', types: 'crane, hook lift' }

test('it names what the bin takes, and what is in use at the depot', () => {
  const vehicles = [vehicle('van'), vehicle('truck'), vehicle('van'), vehicle('crane', 'gent')]
  expect(
    kindsMissing(craneOnly, [...vehicles, vehicle('crane', 'haacht', false)], 'haacht'),
  ).toEqual({ takes: 'crane, hook lift', has: 'truck, van', away: false })
})

test('a suitable vehicle that there is does not drive on that day', () => {
  const vehicles = [vehicle('van'), vehicle('crane', 'gent')]
  expect(kindsMissing(craneOnly, vehicles, null)).toMatchObject({ has: 'crane, van', away: true })
})

test('of bins left out for other reasons it says nothing', () => {
  expect(kindsMissing({ because: 'closed', day: 'Fair' }, [vehicle('van')], null)).toBe(null)
  expect(kindsMissing({}, [vehicle('van')], null)).toBe(null)
})
