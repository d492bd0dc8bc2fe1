// Builds the pages that the API serves, when what they are made of has changed: a third of a second.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

const web = join(root, 'services', 'web')
const stampFile = join(web, 'dist', '.stamp')
const MADE_OF = ['services/web', 'packages/domain/src', 'pnpm-lock.yaml']

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of MADE_OF.flatMap(filesIn))
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesIn(path) {
  if (path.includes('.')) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${path}/${entry.name}`
      return entry.isDirectory() ? filesIn(inside) : [inside]
    })
}

/** @param {string} node the program that runs the build */
export function buildPages(node) {
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  const wanted = fingerprint()
  if (found === wanted) return
  const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js')
  const build = spawnSync(node, [vite, 'build', '--logLevel', 'error'], {
    cwd: web,
    stdio: ['ignore', 2, 2],
  })
  if (build.error) throw build.error
  if (build.status !== 0) {
    console.error(
      `bakwacht: the pages could not be built: "vite build" in services/web ended with ${build.status}`,
    )
    process.exit(1)
  }
  writeFileSync(stampFile, wanted)
}
