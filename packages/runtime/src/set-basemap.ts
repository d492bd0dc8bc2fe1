/** The ground of the map as an operator sets it: a MapLibre style, or PMTiles at a URL or in a file here. */
export type SetBasemap =
  | { readonly kind: 'style' | 'pmtiles'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string }

/** Others may stand in an address too, but mean something else in the content security policy that names it. */
const PLAIN_HOST = /^([\w.-]+|\[[\da-f:.]+\])$/i

const PMTILES = /\.pmtiles$/i

/** @returns `undefined` for what is neither */
export function readBasemap(text: string): SetBasemap | undefined {
  if (!/^\w+:\/\//.test(text)) return PMTILES.test(text) ? { kind: 'file', path: text } : undefined
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  // Every signed-in page is told the address: a password has no place in it.
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined
  if (!PLAIN_HOST.test(url.hostname)) return undefined
  return { kind: PMTILES.test(url.pathname) ? 'pmtiles' : 'style', url: text }
}
