// The numbers that bind both ends of the wire.

/** A larger packet is read, discarded, acknowledged and logged. Bytes after MQTT's fixed header. */
export const MAX_PACKET_BYTES = 256 * 1024

/** A packet beyond this ends the connection. */
export const MAX_DISCARD_BYTES = 1024 * 1024

/** Readings in one message. */
export const MAX_ITEMS = 500

/** Objects within objects; deeper than this is no telemetry. */
export const MAX_NESTING = 32

export const MAX_SEQ = 0xffff_ffff

/** Ids of devices, containers, depots and vehicles. */
export const ID_PATTERN = /^[A-Za-z0-9._:-]{1,64}$/

export const isId = (text: string): boolean => ID_PATTERN.test(text)

/** A `ts` of at least this is milliseconds, below it seconds. */
export const TS_MILLISECONDS_FROM = 1e11
