// Builds the driver's service worker into one file, with the list of everything that its page needs.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

const PAGE = 'driver.html'
const ALWAYS = ['driver.webmanifest', 'icons']

/** @param finish what else is done with every file that is written */
export const driverWorker = (root: string, finish: Plugin): Plugin => ({
  name: 'driver-worker',
  async writeBundle({ dir = '' }, bundle) {
    const entry = entryOf(bundle)
    const files = [...filesOf(entry, bundle), ...ALWAYS.flatMap((name) => publicFiles(root, name))]
    const hash = createHash('sha256')
    for (const name of [PAGE, ...files]) hash.update(name).update(readFileSync(join(dir, name)))
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      plugins: [finish],
      define: {
        BUILD: JSON.stringify({
          id: hash.digest('hex').slice(0, 12),
          files: ['/driver', ...files.map((name) => `/${name}`)],
          script: entry.fileName,
        }),
      },
      build: {
        target: 'es2022',
        outDir: dir,
        emptyOutDir: false,
        rolldownOptions: {
          input: join(root, 'src/driver/worker/worker.ts'),
          // One file without imports: not every browser takes modules as service workers.
          output: { format: 'iife', entryFileNames: 'driver-worker.js' },
        },
      },
    })
  },
})

function entryOf(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(PAGE) === true,
  )
  if (entry?.type !== 'chunk') throw new Error(`${PAGE} has no script of its own`)
  return entry
}

/** The chunk and all that it may come to load, styles included. */
function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>()
  const add = ({ fileName, imports, dynamicImports, viteMetadata }: Rolldown.OutputChunk) => {
    if (files.has(fileName)) return
    files.add(fileName)
    for (const name of viteMetadata?.importedCss ?? []) files.add(name)
    for (const name of viteMetadata?.importedAssets ?? []) files.add(name)
    for (const name of [...imports, ...dynamicImports]) {
      const next = bundle[name]
      if (next?.type === 'chunk') add(next)
    }
  }
  add(chunk)
  return files
}

function publicFiles(root: string, name: string): string[] {
  if (name.includes('.')) return [name]
  return readdirSync(join(root, 'public', name)).map((file) => `${name}/${file}`)
}
