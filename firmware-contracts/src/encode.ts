// From values to bytes, as a device would. Keys that are undefined are left out.
import { encode } from 'cborg'

const utf8 = new TextEncoder()

export const encodeJson = (value: object): Uint8Array => utf8.encode(JSON.stringify(value))

/** The same map as CBOR (RFC 8949), in its shortest form. */
export const encodeCbor = (value: object): Uint8Array =>
  encode(value, { ignoreUndefinedProperties: true })
