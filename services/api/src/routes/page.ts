// The status page: plain files, served as they are.
import { readFile } from 'node:fs/promises'
import type { App } from '../context.ts'

const HTML = 'text/html; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'
const SCRIPTS = [
  'api',
  'desk',
  'driver',
  'element',
  'marks',
  'numbers',
  'page',
  'runs',
  'why',
  'words',
]

type Served = readonly [url: string, file: string, type: string]
const FILES: readonly Served[] = [
  ['/', 'index.html', HTML],
  ['/driver', 'index.html', HTML],
  ['/page/style.css', 'style.css', CSS],
  ...SCRIPTS.map((name): Served => [`/page/${name}.js`, `${name}.js`, JAVASCRIPT]),
]

export function pageRoutes(app: App): void {
  for (const [url, file, type] of FILES)
    app.get(
      url,
      { config: { roles: 'public' }, schema: { hide: true } },
      async (_request, reply) => {
        const text = await readFile(new URL(`../page/${file}`, import.meta.url))
        return reply.type(type).header('cache-control', 'no-cache').send(text)
      },
    )
}
