import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShortLink, readPlace, writtenPlace } from './read-place.ts'

const KERKPLEIN = [4.7009, 50.8798]

test.each([
  '50.8798, 4.7009',
  '50.8798,4.7009',
  ' 50.8798 4.7009 ',
  '50,8798 4,7009',
  '50,8798; 4,7009',
  '50,8798, 4,7009',
  '(50.8798, 4.7009)',
  'N50.8798 E4.7009',
  '50.8798° N, 4.7009° E',
  'E 4.7009, N 50.8798',
  'lat: 50.8798, lon: 4.7009',
  'geo:50.8798,4.7009',
  'geo:50.8798,4.7009?z=17',
  'https://www.google.com/maps/@50.8798,4.7009,17z',
  'https://www.google.com/maps/place/Leuven/@50.1,4.1,17z/data=!3m1!4b1!4m6!3m5!8m2!3d50.8798!4d4.7009!16z',
  'https://maps.google.com/?q=50.8798,4.7009',
  'https://www.google.com/maps/search/?api=1&query=50.8798%2C4.7009',
  'https://www.openstreetmap.org/#map=17/50.8798/4.7009',
  'https://www.openstreetmap.org/?mlat=50.8798&mlon=4.7009#map=17/50.1/4.1',
  'https://maps.apple.com/?ll=50.8798,4.7009&q=Bin',
  'https://www.bing.com/maps?cp=50.8798~4.7009&lvl=17',
])('%s is a place', (text) => {
  expect(readPlace(text)).toEqual(KERKPLEIN)
})

test('degrees, minutes and seconds are read', () => {
  const read = readPlace(`50°52'47.3"N 4°42'03.2"E`)
  expect(read?.[0]).toBeCloseTo(4.70089, 4)
  expect(read?.[1]).toBeCloseTo(50.87981, 4)
  expect(readPlace(`33°52′S 151°12′E`)?.[1]).toBeLessThan(0)
})

test.each(['', 'Kerkplein 3', '50.8798', '91, 4', '50, 181', '1 2 3', 'https://example.org/50,4'])(
  '%s is none',
  (text) => {
    expect(readPlace(text)).toBeUndefined()
  },
)

test('a link that only the map’s own server understands is known as such', () => {
  expect(isShortLink('https://maps.app.goo.gl/abc')).toBe(true)
  expect(isShortLink('https://www.openstreetmap.org/#map=17/50.8/4.7')).toBe(false)
})

test('what is written is read back, everywhere on earth', () => {
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5)
  fc.assert(
    fc.property(degrees(180), degrees(90), (lon, lat) => {
      expect(readPlace(writtenPlace([lon, lat]))).toEqual([lon, lat].map((n) => n + 0))
    }),
  )
})

test('any text is read without a fault', () => {
  fc.assert(fc.property(fc.string(), (text) => readPlace(text) !== null))
})
