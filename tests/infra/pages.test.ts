// The pages' build as `npm start` does it, with a stand-in for Vite that takes its time.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const VITE = `
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const at = process.argv.indexOf('--outDir')
const folder = at < 0 ? 'dist' : process.argv[at + 1]
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const source = readFileSync('src/page.ts', 'utf8')
if (source === 'broken') process.exit(1)
setTimeout(() => writeFileSync(folder + '/page.js', source), 100)
setTimeout(() => writeFileSync(folder + '/index.html', readFileSync(folder + '/page.js')), 200)
`

function clone() {
  const folder = temporaryFolder('clone')
  onTestFinished(() => folder.remove())
  const path = (name: string) => join(folder.path, name)
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  for (const name of ['pages.mjs', 'set-up.mjs'])
    cpSync(join(root, 'infra', name), path(`infra/${name}`))
  write('pnpm-lock.yaml', '')
  write('packages/domain/src/index.ts', '')
  write('services/web/node_modules/vite/bin/vite.js', VITE)
  write('services/web/.editor.d/settings', '')
  write('services/web/src/page.ts', 'first')
  const start = async () => {
    const script = `import('./infra/pages.mjs').then(({ buildPages }) => buildPages(process.execPath))`
    const child = spawn(process.execPath, ['-e', script], { cwd: folder.path, stdio: 'ignore' })
    return (await once(child, 'exit'))[0]
  }
  const page = () => readFileSync(path('services/web/dist/index.html'), 'utf8')
  return { path, write, start, page }
}

test('several that start at once all find the pages whole', async () => {
  const { start, page, write } = clone()
  for (const source of ['first', 'second']) {
    write('services/web/src/page.ts', source)
    const starts = [0, 0, 120, 240].map((ms) => setTimeout(ms).then(start))
    expect(await Promise.all(starts)).toEqual([0, 0, 0, 0])
    expect(page()).toBe(source)
  }
})

test('pages that cannot be built leave those that were there', async () => {
  const { start, page, write, path } = clone()
  await start()
  write('services/web/src/page.ts', 'broken')
  expect(await start()).toBe(1)
  expect(page()).toBe('first')
  write('services/web/src/page.ts', 'mended')
  expect(await start()).toBe(0)
  expect(page()).toBe('mended')
  expect(existsSync(path('services/web/dist/.stamp'))).toBe(true)
})
