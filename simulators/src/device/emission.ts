// What a device hands to its radio, in this order.
import type { WireReading } from '@bakwacht/firmware-contracts'

export type Emission =
  | { readonly kind: 'reading'; readonly reading: WireReading }
  /** What was stored while there was no network: sent as arrays. */
  | { readonly kind: 'backfill'; readonly readings: readonly WireReading[] }
  /** Bytes that no firmware should send. */
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  /** The device starts again: its connection breaks without a word and comes back. */
  | { readonly kind: 'restart' }
  /** The device is dead: its connection breaks and stays away. */
  | { readonly kind: 'death' }
