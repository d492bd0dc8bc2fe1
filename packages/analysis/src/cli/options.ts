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
    csv: file('csv', values.csv, /\.csv(\.gz)?$/i, '.csv or .csv.gz'),
    config: values.config && file('config', values.config, /\.json$/i, '.json'),
    out: file('out', values.out, /\.json$/i, '.json'),
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

function file(option: string, path: string | undefined, ends: RegExp, wanted: string): string {
  if (path === undefined || path === '')
    throw new UsageError(option, `got nothing, wanted a file that ends in ${wanted}`)
  if (!ends.test(path))
    throw new UsageError(option, `got "${path}", wanted a file that ends in ${wanted}`)
  return path
}
