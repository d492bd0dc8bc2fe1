// The command on a data folder of its own.
import { temporaryFolder } from '@bakwacht/test-support'
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

/** @param folder by default an empty one */
export function openDesk(over: Partial<Process> = {}, folder = temporaryFolder('roads')): Desk {
  const dataDir = folder.path
  return {
    dataDir,
    async run(...args) {
      const said = { out: '', err: '' }
      const code = await command({
        ...{
          args,
          dataDir,
          otherSetting: undefined,
          otherGround: undefined,
          now: Date.now,
          threads: 1,
        },
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
