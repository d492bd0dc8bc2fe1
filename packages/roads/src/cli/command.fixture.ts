// The command on a data folder of its own, with Valhalla taken from where the tests have it.
import { mkdirSync, symlinkSync } from 'node:fs'
import { temporaryFolder } from '@bakwacht/test-support'
import { roadsFolder } from '../map/roads-folder.ts'
import { testMap } from '../valhalla/valhalla.fixture.ts'
import { command, type Process } from './command.ts'

export interface Said {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly err: string
}

export interface Desk extends Disposable {
  readonly dataDir: string
  run(...args: string[]): Promise<Said>
}

export function openDesk(over: Partial<Process> = {}): Desk {
  const folder = temporaryFolder('roads')
  const dataDir = folder.path
  return {
    dataDir,
    async run(...args) {
      const said = { out: '', err: '' }
      const code = await command({
        ...{ args, dataDir, otherSetting: undefined, now: Date.now, threads: 1 },
        signal: new AbortController().signal,
        out: (text) => {
          said.out += text
        },
        err: (text) => {
          said.err += text
        },
        terminal: process.stderr,
        ...over,
      })
      return { code, ...said }
    },
    [Symbol.dispose]: folder.remove,
  }
}

/** As after an earlier import: nothing is downloaded. */
export async function withValhalla({ dataDir }: Desk): Promise<void> {
  const map = await testMap()
  if (map === undefined) throw new Error('skipped without Valhalla')
  const { path, installation } = roadsFolder(dataDir)
  mkdirSync(path, { recursive: true })
  symlinkSync(map.library.slice(0, map.library.indexOf('/node_modules/@')), installation)
}
