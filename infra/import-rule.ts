// Holds the arrows of docs/architecture.md: every import is declared in the package.json beside it,
// packages never import services, services never import each other (all/ excepted; the pages take the API's types),
// domain and routing import nothing, and the simulators know firmware-contracts, the command line and npm alone.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

interface Manifest {
  readonly name: string
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

const root = join(import.meta.dirname, '..')
const OURS = '@bakwacht/'
const PURE = new Set(['packages/domain', 'packages/routing'])
const FOR_SIMULATORS = new Set(['firmware-contracts', 'packages/command-line'])
const SOURCES = ['firmware-contracts', 'packages', 'services', 'simulators', 'tests']
const SPECIFIER =
  /(?:(?<![\w-])from\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([\w@.][\w@./:#?=&-]*)['"]/gm
const DEVELOPMENT =
  /\.test\.tsx?$|\/vite\.config\.ts$|\/web\/build\/|\.case\.ts$|\.fixture\.ts$|\/benchmarks?\/|\/generate\//

function main(): void {
  const folders = new Map<string, string>()
  for (const file of globSync(
    SOURCES.map((s) => `${s}/**/package.json`),
    inRoot(),
  ))
    folders.set(manifestIn(dirname(file)).name, slashes(dirname(file)))
  const faults = globSync(
    SOURCES.map((s) => `${s}/**/*.{ts,tsx}`),
    inRoot(),
  )
    .map(slashes)
    .flatMap((file) => faultsIn(file, folders))
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exit(1)
  console.log(`imports: all follow the rule`)
}

const inRoot = () => ({ cwd: root, exclude: (name: string) => name.includes('node_modules') })
const slashes = (path: string) => path.split(sep).join('/')
const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

function packageOf(file: string): string {
  let folder = dirname(file)
  while (!existsSync(join(root, folder, 'package.json'))) folder = dirname(folder)
  return slashes(folder)
}

function faultsIn(file: string, folders: ReadonlyMap<string, string>): string[] {
  const home = packageOf(file)
  if (home === '.') return [`${file}: belongs to no package`]
  const manifest = manifestIn(home)
  const development = DEVELOPMENT.test(file) || home.startsWith('tests')
  const declared = new Set(Object.keys(manifest.dependencies ?? {}))
  if (development)
    for (const name of Object.keys(manifest.devDependencies ?? {})) declared.add(name)
  // Test tools live in the root's package.json, and tests alone may use them.
  if (development) for (const name of ['vitest', 'fast-check']) declared.add(name)

  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(SPECIFIER)].flatMap(([, specifier = '']) => {
    const why = fault(specifier)
    return why === undefined ? [] : [`${file}: imports '${specifier}': ${why}`]
  })

  function fault(specifier: string): string | undefined {
    if (specifier.startsWith('.')) {
      const target = slashes(relative(root, join(root, dirname(file), specifier)))
      // The pages are built, not imported: the tests that read them reach for their words.
      const own = home === 'tests' ? ['tests/', 'services/web/src/language/'] : [`${home}/`]
      return own.some((folder) => target.startsWith(folder))
        ? undefined
        : 'a relative path may not leave its package'
    }
    if (isBuiltin(specifier))
      return PURE.has(home) && !development ? 'domain and routing import nothing' : undefined
    const name = specifier.startsWith('@')
      ? specifier.split('/').slice(0, 2).join('/')
      : (specifier.split('/')[0] ?? specifier)
    if (!declared.has(name)) return `not declared in ${home}/package.json`
    if (!name.startsWith(OURS) || development) return undefined
    // Types alone stand there: no code of the API comes with them.
    if (home === 'services/web' && specifier === '@bakwacht/api/contract') return undefined
    return arrowFault(folders.get(name) ?? '')
  }

  function arrowFault(target: string): string | undefined {
    if (home.startsWith('packages/') && target.startsWith('services/'))
      return 'packages never import services'
    if (home.startsWith('services/') && home !== 'services/all' && target.startsWith('services/'))
      return 'a service never imports another'
    if (home === 'simulators' && !FOR_SIMULATORS.has(target))
      return 'the simulators know firmware-contracts and the command line alone'
    if (home === 'simulators/evaluation' && target.startsWith('services/'))
      return 'the evaluation never imports services'
    if (PURE.has(home)) return 'domain and routing import nothing'
    if (target.startsWith('tests')) return 'only tests may import test support'
    return undefined
  }
}

main()
