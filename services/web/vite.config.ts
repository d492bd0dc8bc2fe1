// Builds the pages into dist/, which the API serves: one page for the desk, one for the driver.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { driverWorker } from './build/driver-worker.ts'
import { sameWords } from './build/same-words.ts'

/** Packed once here instead of at every request: the API sends what the browser takes. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = '' }, files) {
    for (const name of Object.keys(files).filter((file) => /\.(m?js|css|html)$/.test(file))) {
      const file = join(dir, name)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
    }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [sameWords, packed, driverWorker(import.meta.dirname, packed)],
  build: {
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'driver.html'],
      // "use client" in libraries is for servers that draw; there is none here.
      checks: { moduleLevelDirective: false },
    },
    // Assets are files: the content security policy takes nothing inline.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
})
