// What a browser loads before the desk's list can be used: measured on the build that the API serves.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../system/backend.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const dist = join(root, 'services/web/dist')
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(dist, '.vite/manifest.json'), 'utf8'),
)
const MOST_KB = 120
const LANGUAGES = ['en', 'nl', 'fr', 'de']
const MAP = 'src/map/fleet-map.tsx'
/** Packed bytes; nothing of ours comes close. */
const LARGE = 100_000

test.each(LANGUAGES)('the desk in %s is at most 120 kB, gzip, without the map', (language) => {
  const files = filesOf(['index.html', 'src/desk/desk.tsx', `src/language/first/${language}.ts`])
  expect(kilobytes(files)).toBeLessThanOrEqual(MOST_KB)
})

test('no page waits for the map library', () => {
  const pages = chunkOf('index.html').dynamicImports ?? []
  const waitedFor = filesOf(['index.html', ...pages])
  const library = filesOf([MAP]).filter((file) => size(file) > LARGE)
  expect(pages.length).toBeGreaterThan(2)
  expect(library).not.toEqual([])
  expect(waitedFor.filter((file) => library.includes(file))).toEqual([])
})

/** Keys of the chunks that are fetched for these, by their static imports. */
function loadedBy(entries: readonly string[]): readonly string[] {
  const loaded = new Set<string>()
  const load = (key: string) => {
    if (loaded.has(key)) return
    loaded.add(key)
    for (const imported of chunkOf(key).imports ?? []) load(imported)
  }
  for (const entry of entries) load(entry)
  return [...loaded]
}

const filesOf = (keys: readonly string[]) => loadedBy(keys).map((key) => chunkOf(key).file)
const size = (file: string) => statSync(join(dist, `${file}.gz`)).size
const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + size(file), 0) / 1000

function chunkOf(key: string): Chunk {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`got no chunk ${key}; run the build first`)
  return chunk
}
