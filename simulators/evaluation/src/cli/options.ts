// The command line, checked once. Every value that leaves here is usable.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '@bakwacht/command-line'
import { isPolicyName, type PolicyName } from '../policies/policy-name.ts'

export interface EvaluationOptions {
  readonly kind: 'evaluate'
  readonly out: string
  readonly containers: number
  readonly days: number
  readonly vehicles: number
  readonly weather: string | null
  readonly seeds: readonly number[]
  readonly policies: readonly PolicyName[]
  readonly world: string
  readonly threads: number
  readonly quiet: boolean
}

export type Options = EvaluationOptions | { readonly kind: 'help' }

const DEFAULT_WORLD = join(import.meta.dirname, '../../worlds/leaks-2.json')
const MOST_SEEDS = 1_000

const spec = {
  out: { type: 'string' },
  containers: { type: 'string', default: '200' },
  days: { type: 'string', default: '365' },
  vehicles: { type: 'string', default: '4' },
  weather: { type: 'string' },
  seed: { type: 'string', default: '1' },
  policies: { type: 'string', default: 'fixed,threshold:70,bakwacht,oracle' },
  world: { type: 'string', default: DEFAULT_WORLD },
  threads: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** @throws UsageError that names the option */
export function parseOptions(args: readonly string[], cores: number): Options {
  const values = parsed(args)
  if (values.help) return { kind: 'help' }
  if (values.out === undefined) throw new UsageError('out', 'says where the report goes; wanted')
  return {
    kind: 'evaluate',
    out: values.out,
    containers: whole('containers', values.containers, 1, 5_000),
    days: whole('days', values.days, 1, 3_660),
    vehicles: whole('vehicles', values.vehicles, 1, 200),
    weather: values.weather ?? null,
    seeds: seedsOf(values.seed),
    policies: policiesOf(values.policies),
    world: values.world,
    threads: whole('threads', values.threads ?? String(cores), 1, 256),
    quiet: values.quiet,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: spec, allowPositionals: false }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(/--?([\w-]+)/.exec(message)?.[1], message.split('. ')[0] ?? message)
  }
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= low && value <= high) return value
  throw new UsageError(name, `got "${text}", wanted a whole number from ${low} to ${high}`)
}

function seedsOf(text: string): readonly number[] {
  const seeds = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part.trim()) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (!(from <= to && to - from < MOST_SEEDS))
      throw new UsageError('seed', `got "${part}", wanted whole numbers and ranges like 1,2,7-9`)
    return Array.from({ length: to - from + 1 }, (_, n) => from + n)
  })
  return [...new Set(seeds)]
}

function policiesOf(text: string): readonly PolicyName[] {
  const policies = text.split(',').map((part) => {
    const name = part.trim()
    if (isPolicyName(name)) return name
    const wanted = 'fixed, threshold:P (1 to 100), bakwacht or oracle'
    throw new UsageError('policies', `got "${name}", wanted some of ${wanted}`)
  })
  return [...new Set(policies)]
}
