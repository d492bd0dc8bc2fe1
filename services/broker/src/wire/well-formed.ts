// MQTT-1.5.3-1, -2: a text with a NUL or an ill-formed character must end the connection.
// Decoding has turned what was ill-formed, lone surrogates included, into U+FFFD.
const ILL_FORMED = /[\ufffd\p{Surrogate}]/u

export const isWellFormed = (text: string): boolean =>
  !text.includes('\0') && !ILL_FORMED.test(text)
