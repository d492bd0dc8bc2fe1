// What the address of the page says after #: a driver's link, or which run of several.
const RUN = 'run='

export interface Address {
  readonly token: string | null
  readonly runId: string | null
}

/** @param hash with or without `#` */
export function addressOf(hash: string): Address {
  const text = hash.replace(/^#/, '')
  if (text === '') return { token: null, runId: null }
  if (text.startsWith(RUN)) return { token: null, runId: decoded(text.slice(RUN.length)) }
  return { token: decoded(text), runId: null }
}

export const addressOfRun = (id: string): string => `#${RUN}${encodeURIComponent(id)}`

/** What a driver pastes: the whole link, or its secret. */
export const tokenIn = (pasted: string): string => pasted.trim().replace(/^.*#/, '')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
