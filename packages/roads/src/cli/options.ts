// The command line, checked once.

import { parseArgs } from 'node:util'
import { UsageError } from '@bakwacht/command-line'
import type { ImportOptions } from './import.ts'

export type Options =
  | { readonly kind: 'help' }
  | ImportOptions
  | { readonly kind: 'install' | 'status' | 'remove'; readonly dataDir: string }

const ACTIONS = ['import', 'ground', 'install', 'status', 'remove'] as const

/** @param dataDir where `--data-dir` is not given. @throws UsageError */
export function parseOptions(args: readonly string[], dataDir: string): Options {
  const { values, positionals } = parsed(args)
  if (values.help) return { kind: 'help' }
  const [action = 'nothing', ...rest] = positionals
  const kind = ACTIONS.find((known) => known === action)
  if (kind === undefined)
    throw new UsageError(undefined, `got ${action}, wanted ${ACTIONS.join(', ')}`)
  const folder = values['data-dir'] ?? dataDir
  if (folder === '') throw new UsageError('data-dir', 'got nothing, wanted a folder')
  const wantsFile = kind === 'import' || kind === 'ground'
  const unwanted = rest[wantsFile ? 1 : 0]
  if (unwanted !== undefined) throw new UsageError(undefined, `${kind}: got ${unwanted} besides`)
  if (!wantsFile) return { kind, dataDir: folder }
  const [file] = rest
  if (file === undefined)
    throw new UsageError(undefined, `${kind}: got no file, wanted FILE.osm.pbf`)
  return { kind, file, dataDir: folder }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { 'data-dir': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    // What Node adds to it is about arguments that begin with a dash.
    throw new UsageError(undefined, (error as Error).message.split('. ')[0] ?? '')
  }
}
