// Bytes to a plain value: JSON where `{` or `[` stands after an optional BOM and blanks, else CBOR.
import { decode } from 'cborg'
import { MAX_NESTING } from './limits.ts'
import { type MessageFault, type Reason, reason } from './reason.ts'

type Decoded =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly reason: Reason<MessageFault> }

const CURLY = 0x7b
const SQUARE = 0x5b
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d])

/** Never throws. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return rejected(reason('empty', '0 bytes', 'a JSON or CBOR map'))
  const start = jsonStart(bytes)
  return start === undefined ? decodeCbor(bytes) : decodeJson(bytes, start)
}

function jsonStart(bytes: Uint8Array): number | undefined {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (BLANKS.has(bytes[at] ?? 0)) at++
  return bytes[at] === CURLY || bytes[at] === SQUARE ? at : undefined
}

function decodeJson(bytes: Uint8Array, start: number): Decoded {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start)
  try {
    return { kind: 'value', value: JSON.parse(text.toString('utf8')) }
  } catch (error) {
    return rejected(reason('invalid_json', (error as SyntaxError).message, 'valid JSON'))
  }
}

type TagDecoder = (content: () => unknown) => unknown
const content: TagDecoder = (decodeContent) => decodeContent()
// Tag 0: date-time text, 1: epoch time, 55799: "this is CBOR". Each means what it contains.
const tags = { 0: content, 1: content, 55799: content }

function decodeCbor(bytes: Uint8Array): Decoded {
  try {
    return { kind: 'value', value: decode(bytes, { tags }) }
  } catch (error) {
    // cborg recurses: a nesting that exhausts the stack is far beyond the limit.
    if (error instanceof RangeError) return rejected(tooDeep())
    const { message } = error as Error
    return rejected(reason('invalid_cbor', message, 'JSON that begins with { or [, or a CBOR map'))
  }
}

export const tooDeep = () => reason('too_deep', 'deeper nesting', `at most ${MAX_NESTING} levels`)

const rejected = (why: Reason<MessageFault>): Decoded => ({ kind: 'rejected', reason: why })
