import { parseArgs } from 'node:util'
import { UsageError } from '@bakwacht/command-line'

export type Options =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'analyse'
      readonly csv: string
      readonly config: string | undefined
      readonly out: string
    }

const spec = {
  csv: { type: 'string' },
  config: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws UsageError that names the option */
export function parseOptions(args: readonly string[]): Options {
  const values = parsed(args)
  if (values.help) return { kind: 'help' }
  return {
    kind: 'analyse',
    csv: required('csv', values.csv, 'FILE.csv or FILE.csv.gz'),
    config:
      values.config === undefined ? undefined : required('config', values.config, 'FILE.json'),
    out: jsonFile(required('out', values.out, 'FILE.json')),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: spec, strict: true }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const option = /--?([\w-]+)/.exec(message)?.[1]
    throw new UsageError(option, message.split('. ')[0] ?? message)
  }
}

function required(option: string, path: string | undefined, wanted: string): string {
  if (path === undefined || path === '')
    throw new UsageError(option, `got nothing, wanted ${wanted}`)
  return path
}

function jsonFile(path: string): string {
  if (!/\.json$/i.test(path))
    throw new UsageError('out', `got "${path}", wanted a file that ends in .json`)
  return path
}
