// The options' names and kinds, before anything is known of their values.
import { parseArgs } from 'node:util'
import { UsageError } from '@bakwacht/command-line'

// In backticks: infra/import-rule.ts takes the word `from` before a quote for an import.
export const CONTAINERS_FROM = `containers-from`

const spec = {
  containers: { type: 'string' },
  days: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  broker: { type: 'string' },
  api: { type: 'string' },
  token: { type: 'string' },
  fault: { type: 'string', multiple: true },
  truth: { type: 'string' },
  replay: { type: 'string' },
  map: { type: 'string' },
  'end-now': { type: 'boolean' },
  [CONTAINERS_FROM]: { type: 'string' },
  'empty-mm': { type: 'string' },
  'full-mm': { type: 'string' },
  'capacity-l': { type: 'string' },
  weather: { type: 'string' },
  'report-minutes': { type: 'string' },
  format: { type: 'string' },
  batch: { type: 'string' },
  'connections-per-second': { type: 'string' },
  'max-back-off-s': { type: 'string' },
  'empty-every': { type: 'string' },
  region: { type: 'string' },
  scenario: { type: 'string' },
  'clock-at': { type: 'string' },
  'clock-speed': { type: 'string' },
  drivers: { type: 'boolean' },
  once: { type: 'boolean' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export type Name = keyof typeof spec
export type Values = ReturnType<typeof parsedArgs>['values']

/** @throws UsageError for an option that there is none of, or that lacks its value */
export function parsedArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: spec, allowPositionals: false, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const option = /--?([\w-]+)/.exec(message)?.[1]
    throw new UsageError(option, message.split('. ')[0] ?? message)
  }
}
