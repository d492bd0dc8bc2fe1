/**
 * 48 bits of a content hash, as the integer that is stored (6 bytes): enough to tell two contents
 * of one device and time apart.
 */
export function shortHash(text: string): number {
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995)
    low ^= low >>> 15
  }
  return (high >>> 8) * 0x1000000 + (low >>> 8)
}
