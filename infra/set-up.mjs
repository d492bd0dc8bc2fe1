// Makes a bare clone ready to run: installs the workspace with one exact pnpm, once.
// Plain JavaScript, because the system's own Node (>= 20) starts it before Node 24 is there.
// A stamp over the files that decide the install lets a second start do nothing, without network.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@12.21.0'
const OLDEST_NODE = 20
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'node_modules', '.bakwacht-setup')

const fingerprint = () => {
  const hash = createHash('sha256').update(PNPM)
  for (const file of decidingFiles()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** The files that decide what is installed: lockfile, workspace file and every package.json. */
function decidingFiles() {
  const groups = ['packages', 'services', 'tests']
  const folders = groups.flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}`),
  )
  return ['.', 'firmware-contracts', 'simulators', 'tests', ...folders]
    .map((folder) => join(folder, 'package.json'))
    .concat('pnpm-lock.yaml', 'pnpm-workspace.yaml')
    .filter((file) => existsSync(join(root, file)))
    .sort()
}

function install() {
  console.error('bakwacht: first start, installing (about half a minute) …')
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=silent']
  // On Windows npx is a .cmd file, which only a shell starts.
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell,
    env: { ...process.env, CI: 'true', npm_config_loglevel: 'error' },
  })
  if (error) throw error
  if (status !== 0) {
    console.error(`bakwacht: "npx ${args.join(' ')}" ended with ${status}; is the network there?`)
    process.exit(1)
  }
}

/** Does nothing when nothing has changed since the last time; ends the process when it cannot be done. */
export function setUp() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(
      `bakwacht: needs Node ${OLDEST_NODE} or newer to set itself up, got ${process.version}`,
    )
    process.exit(1)
  }
  const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (found === fingerprint()) return
  install()
  writeFileSync(stampFile, fingerprint())
}
