/** Never made twice. `crypto.randomUUID` is missing on pages that do not come over https. */
export const uniqueKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
