// Why something was refused: a stable code, and a message that says what was got and wanted.

export type MessageFault =
  | 'empty'
  | 'invalid_json'
  | 'invalid_cbor'
  | 'too_deep'
  | 'wrong_version'
  | 'too_many_items'

export type ItemFault = 'wrong_type' | 'missing_ts' | 'no_measurement'

export interface Reason<Code extends string = MessageFault | ItemFault> {
  readonly code: Code
  readonly message: string
}

export const reason = <Code extends string>(
  code: Code,
  got: string,
  wanted: string,
): Reason<Code> => ({ code, message: `got ${got}, wanted ${wanted}` })

const SHOWN_CHARACTERS = 40

/** A value as a person would name it, never long. */
export function show(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Uint8Array) return 'bytes'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string')
    return `the text "${value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value}"`
  return String(value)
}
