import { parseArgs } from 'node:util'
import { UsageError } from '@bakwacht/command-line'

export type Options =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'solve'
      readonly file: string
      readonly limit: { readonly seconds?: number; readonly iterations?: number }
      readonly seed: number
      readonly threads: number
      readonly out: { readonly path: string; readonly shape: 'json' | 'sol' } | undefined
    }

/** Where neither a time nor a number of iterations is given. */
export const DEFAULT_SECONDS = 10

const spec = {
  seconds: { type: 'string' },
  iterations: { type: 'string' },
  seed: { type: 'string' },
  threads: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @throws UsageError that names the option */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  if (values.help) return { kind: 'help' }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new UsageError(
      undefined,
      `got ${positionals.length} files, wanted 1: npm run solve -- FILE (--help says more)`,
    )
  const seconds = number(values, 'seconds', { low: 0, high: 86_400 })
  const iterations = number(values, 'iterations', { low: 0, high: 1e12, whole: true })
  const unlimited = seconds === undefined && iterations === undefined
  return {
    kind: 'solve',
    file,
    limit: {
      ...((seconds !== undefined || unlimited) && { seconds: seconds ?? DEFAULT_SECONDS }),
      ...(iterations !== undefined && { iterations }),
    },
    seed: number(values, 'seed', { low: 0, high: 2 ** 32 - 1, whole: true }) ?? 1,
    threads: number(values, 'threads', { low: 1, high: 64, whole: true }) ?? 1,
    out: outOf(values.out),
  }
}

type Values = ReturnType<typeof parsed>['values']

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: spec, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const option = /--?([\w-]+)/.exec(message)?.[1]
    throw new UsageError(option, message.split('. ')[0] ?? message)
  }
}

function number(
  values: Values,
  name: 'seconds' | 'iterations' | 'seed' | 'threads',
  { low, high, whole = false }: { low: number; high: number; whole?: boolean },
): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!(value >= low && value <= high) || (whole && !Number.isInteger(value)))
    throw new UsageError(
      name,
      `got "${text}", wanted a ${whole ? 'whole ' : ''}number of ${low} … ${high}`,
    )
  return value
}

function outOf(path: string | undefined) {
  if (path === undefined) return undefined
  const [, shape] = /\.(json|sol)$/.exec(path) ?? []
  if (shape !== 'json' && shape !== 'sol')
    throw new UsageError('out', `got "${path}", wanted a file that ends in .json or .sol`)
  return { path, shape } as const
}
