import { expect, test } from 'vitest'
import { stop } from '../kept/kept.fixture.ts'
import { linkTo } from './navigation.ts'

test.each([
  ['phone', 'geo:50.9,4.7?q=50.9,4.7(Kerk%20%26%20Plein)'],
  ['google', 'https://www.google.com/maps/dir/?api=1&destination=50.9,4.7&travelmode=driving'],
  ['apple', 'https://maps.apple.com/?daddr=50.9,4.7&dirflg=d'],
  ['waze', 'https://waze.com/ul?ll=50.9,4.7&navigate=yes'],
] as const)('%s is led to the place: latitude first', (app, link) => {
  expect(linkTo(app, stop('a', { name: 'Kerk & Plein' }))).toBe(link)
})
