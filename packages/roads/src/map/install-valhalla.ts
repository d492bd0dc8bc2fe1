// Installs Valhalla where it is missing: whoever loads no map does not download its 280 MB.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inMegabytes, isFull, wantFreeSpace } from './free-space.ts'
import { ImportFailed } from './import-failed.ts'
import { libraryIn, type RoadsFolder, VALHALLA_VERSION } from './roads-folder.ts'
import { runProgram } from './run-program.ts'

const PACKAGE = '@valhallajs/valhallajs'
/** The archive that was tried; npm refuses any other. */
const INTEGRITY =
  'sha512-od2CkY58XW2Frf2/6KTaqgd567XwGKkwFu4ga4YjYOAdu0u3aJIODEr6zlY6sSKW3qGylW1wwg3joZHidIbaiw=='
const UNPACKED_BYTES = 400e6
/** As the package names its folders. */
const PLATFORMS = ['linux/x64', 'linux/arm64', 'darwin/arm64']

const project = {
  name: 'valhalla',
  version: '1.0.0',
  dependencies: { [PACKAGE]: VALHALLA_VERSION },
}
const lock = {
  ...{ name: project.name, version: project.version, lockfileVersion: 3 },
  packages: {
    '': project,
    [`node_modules/${PACKAGE}`]: { version: VALHALLA_VERSION, integrity: INTEGRITY },
  },
}

export interface InstallOptions {
  readonly folder: RoadsFolder
  readonly platform?: string
  readonly signal?: AbortSignal | undefined
}

/** @returns whether it had to be installed. @throws ImportFailed */
export async function installValhalla({
  folder,
  platform = `${process.platform}/${process.arch}`,
  signal,
}: InstallOptions): Promise<boolean> {
  if (existsSync(folder.library)) return false
  if (!PLATFORMS.includes(platform))
    throw new ImportFailed(
      `Valhalla’s package runs on ${PLATFORMS.join(', ')}; this is ${platform}: set BAKWACHT_VALHALLA_URL to a server elsewhere`,
    )
  await mkdir(folder.path, { recursive: true })
  await wantFreeSpace(folder.path, UNPACKED_BYTES, 'installing Valhalla')
  const draft = await mkdtemp(join(folder.path, 'installing-'))
  try {
    await npmInstall(draft, folder, signal)
    await removeOtherPlatforms(libraryIn(draft), platform)
    await assertRuns(libraryIn(draft))
    await rename(draft, folder.installation)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return true
}

async function npmInstall(
  draft: string,
  folder: RoadsFolder,
  signal: AbortSignal | undefined,
): Promise<void> {
  await writeFile(join(draft, 'package.json'), JSON.stringify(project))
  await writeFile(join(draft, 'package-lock.json'), JSON.stringify(lock))
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { exitCode, lastLines } = await runProgram({
    ...{ program: 'npm', args, cwd: draft, signal },
  }).catch((cause: Error) => {
    signal?.throwIfAborted()
    throw new ImportFailed(`npm cannot be started: ${cause.message}`, { cause })
  })
  if (exitCode === 0) return
  if (await isFull(folder.path))
    throw new ImportFailed(`the disk is full: Valhalla needs ${inMegabytes(UNPACKED_BYTES)}`)
  const why = lastLines
    .filter((line) => /npm error (?!A complete log|\s*at )/.test(line))
    .slice(0, 4)
  throw new ImportFailed(
    [`npm could not install ${PACKAGE} ${VALHALLA_VERSION}; is the network there?`, ...why].join(
      '\n',
    ),
  )
}

/** Half of the package is for machines that this one is not. */
async function removeOtherPlatforms(library: string, platform: string): Promise<void> {
  for (const other of PLATFORMS.filter((name) => name !== platform))
    await rm(join(library, other), { recursive: true, force: true })
}

/** In a process of its own: native code that does not fit this system may end it. */
async function assertRuns(library: string): Promise<void> {
  const { exitCode, lastLines } = await runProgram({
    program: process.execPath,
    args: ['-p', 'require(process.argv[1]).VALHALLA_VERSION', library],
    cwd: library,
  })
  if (exitCode !== 0)
    throw new ImportFailed(
      ['Valhalla’s binaries do not run on this system:', ...lastLines.slice(-3)].join('\n'),
    )
}
