import { parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

export interface RoutingOptions {
  /** Files and folders. */
  readonly paths: readonly string[]
  readonly seconds: number
  readonly threads: number
  readonly seed: number
  /** JSON of best-known costs; `undefined`: the one that lies in or beside an instance's folder. */
  readonly bestKnown: string | undefined
}

const USAGE =
  'npm run bench -- routing FOLDER|FILES… [--seconds S] [--threads N] [--seed N] [--best-known FILE] [--json]'

/** @throws UsageError */
export function routingOptions(args: readonly string[]): RoutingOptions {
  const { values, positionals } = parsed(args)
  if (positionals.length === 0) throw new UsageError(`got no instances, wanted: ${USAGE}`)
  const number = (name: 'seconds' | 'threads' | 'seed', usual: number, low: number) => {
    const value = Number(values[name] ?? usual)
    if (!(value >= low) || (name !== 'seconds' && !Number.isSafeInteger(value)))
      throw new UsageError(`--${name}: got "${values[name]}", wanted a number from ${low}`)
    return value
  }
  return {
    paths: positionals,
    seconds: number('seconds', 10, 0),
    threads: number('threads', 1, 1),
    seed: number('seed', 1, 0),
    bestKnown: values['best-known'],
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seconds: { type: 'string' },
        threads: { type: 'string' },
        seed: { type: 'string' },
        'best-known': { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} Wanted: ${USAGE}`)
  }
}
