// Single options from text to value; every refusal says what was got and what was wanted.

import { UsageError } from '@bakwacht/command-line'
import { timestampMs } from '@bakwacht/firmware-contracts'
import {
  type FaultName,
  type FaultShares,
  faultKinds,
  faultNames,
  isFaultName,
} from '../fault/list.ts'
import { type Mapping, parseMapping } from '../replay/mapping.ts'
import type { Name, Values } from './arguments.ts'

interface Range {
  readonly low: number
  readonly high: number
  readonly whole?: boolean
}

export function number(values: Values, name: Name, fallback: number, range: Range): number {
  return optionalNumber(values, name, range) ?? fallback
}

export function optionalNumber(
  values: Values,
  name: Name,
  { low, high, whole }: Range,
): number | undefined {
  const text = values[name]
  if (typeof text !== 'string') return undefined
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return value
  const what = whole ? 'a whole number' : 'a number'
  throw new UsageError(
    name,
    `got "${text}", wanted ${what} from ${Number(low.toFixed(3))} to ${high}`,
  )
}

export function url(values: Values, name: 'broker' | 'api', protocols: readonly string[]) {
  const text = values[name]
  if (text === undefined) return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  throw new UsageError(name, `got "${text}", wanted a URL beginning with ${protocols.join(', ')}`)
}

export function speed(text: string): number {
  if (text === 'max') return Infinity
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError('speed', `got "${text}", wanted a number above 0, or max`)
}

export function format(text: string): 'json' | 'cbor' {
  if (text === 'json' || text === 'cbor') return text
  throw new UsageError('format', `got "${text}", wanted json or cbor`)
}

export function instant(values: Values, name: 'clock-at'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const at = timestampMs(text)
  if (at !== undefined) return at
  throw new UsageError(name, `got "${text}", wanted a time like 2026-11-22T23:30:00+01:00`)
}

export function mapping(text: string): Mapping {
  try {
    return parseMapping(text)
  } catch (error) {
    throw new UsageError('map', error instanceof Error ? error.message : String(error))
  }
}

export function faultShares(lists: readonly string[]): FaultShares {
  const shares: Partial<Record<FaultName, number>> = {}
  for (const part of lists.flatMap((list) => list.split(','))) {
    const [name = '', share] = part.trim().split(':')
    if (!isFaultName(name))
      throw new UsageError('fault', `got "${name}", wanted some of ${faultNames.join(', ')}`)
    const value = share === undefined ? faultKinds[name].share : Number(share)
    if (!(value >= 0 && value <= 1))
      throw new UsageError('fault', `got "${part}", wanted a share from 0 to 1`)
    shares[name] = value
  }
  return shares
}
