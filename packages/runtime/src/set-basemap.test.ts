import { expect, test } from 'vitest'
import { readBasemap } from './set-basemap.ts'

test.each([
  ['https://tiles.example/styles/calm', 'style'],
  ['https://tiles.example/style.json?key=abc', 'style'],
  ['http://127.0.0.1:9000/world.pmtiles', 'pmtiles'],
  ['http://[::1]:9000/style.json', 'style'],
  ['https://tiles.example/world.PMTILES?key=abc', 'pmtiles'],
])('%s is a %s', (url, kind) => {
  expect(readBasemap(url)).toEqual({ kind, url })
})

test('a path that ends with .pmtiles is a file here', () => {
  expect(readBasemap('/maps/belgium.pmtiles')).toEqual({
    kind: 'file',
    path: '/maps/belgium.pmtiles',
  })
})

test.each([
  '/maps/style.json',
  'ftp://tiles.example/x.pmtiles',
  'https://me:pw@tiles.example/',
  'http://',
  'https://*/style.json',
  'https://tiles.example;script-src/style.json',
  'https://one.example,two.example/style.json',
])('%s is neither', (text) => {
  expect(readBasemap(text)).toBeUndefined()
})
