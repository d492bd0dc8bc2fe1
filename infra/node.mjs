// Runs a file with the workspace's own Node, after setting up what is missing:
// `node infra/node.mjs [OPTIONS OF NODE] FILE ARGS…`. A plain `node` would not do: a shell remembers where
// it found `node` before the set-up put the right one first on the PATH.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildPages } from './pages.mjs'
import { root, setUp } from './set-up.mjs'

setUp()
const own = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
if (process.argv.some(servesPages)) buildPages(own)
const child = spawn(own, process.argv.slice(2), {
  stdio: 'inherit',
  env: {
    // Threads with arenas of their own leave more of them unused: 45 MB after a replayed month.
    MALLOC_ARENA_MAX: '2',
    // Else each thread compiles the type stripper anew, and Node 24 crashes at times when many
    // threads free it again (nodejs/node#64500).
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    ...process.env,
    PATH: ownFirst(),
  },
})
// Ctrl-C reaches the child by itself; what is sent to us alone is passed on. Either way it ends first.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
if (process.env.npm_lifecycle_event !== undefined) endWithNpm(process.ppid)
child.on('error', (error) => {
  console.error(`bakwacht: cannot start ${own}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  // As a shell would say it.
  process.exit(code ?? 128 + (signal === 'SIGINT' ? 2 : 15))
})

function ownFirst() {
  const separator = process.platform === 'win32' ? ';' : ':'
  return [join(root, 'node_modules', '.bin'), process.env.PATH].join(separator)
}

/** What npm is sent it passes to a shell, which dies of it and passes nothing on: then we are another's child. */
function endWithNpm(shell) {
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 200)
  watch.unref()
}

/** The others must run while pages are being mended. */
function servesPages(argument) {
  return argument.startsWith('services/') || argument.startsWith('tests/')
}
