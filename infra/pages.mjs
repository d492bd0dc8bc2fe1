// Builds the pages that the API serves, when what they are made of has changed: a third of a second.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

const web = join(root, 'services', 'web')
const dist = join(web, 'dist')
const FOLDERS = ['services/web', 'packages/domain/src']

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', ...FOLDERS.flatMap(filesIn)])
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesIn(path) {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${path}/${entry.name}`
      if (entry.isDirectory()) return filesIn(inside)
      return entry.isFile() ? [inside] : []
    })
}

const stampIn = (folder) => join(folder, '.stamp')
const stampOf = (folder) =>
  existsSync(stampIn(folder)) ? readFileSync(stampIn(folder), 'utf8') : ''

/** @param {string} node the program that runs the build */
export function buildPages(node) {
  const wanted = fingerprint()
  if (stampOf(dist) === wanted) return
  // Aside: two that start at once, or one that serves pages meanwhile, are not in each other's way.
  const draft = join(web, 'node_modules', `.pages-${process.pid}`)
  try {
    build(node, draft)
    writeFileSync(stampIn(draft), wanted)
    takeInto(draft, wanted)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function build(node, folder) {
  const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js')
  const { error, status } = spawnSync(
    node,
    [vite, 'build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'],
    { cwd: web, stdio: ['ignore', 2, 2] },
  )
  if (error) throw error
  if (status === 0) return
  rmSync(folder, { recursive: true, force: true })
  console.error(
    `bakwacht: the pages could not be built: "vite build" in services/web ended with ${status}`,
  )
  process.exit(1)
}

/** Another that started at the same time may have put the same there first. */
function takeInto(draft, wanted) {
  const before = `${draft}-before`
  try {
    if (existsSync(dist)) renameSync(dist, before)
    renameSync(draft, dist)
  } catch (error) {
    if (stampOf(dist) !== wanted) throw error
  } finally {
    rmSync(before, { recursive: true, force: true })
  }
}
