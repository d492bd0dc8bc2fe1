// Tiles out of one file, read by ranges of bytes.
import { addProtocol } from 'maplibre-gl'
import { PMTiles, Protocol } from 'pmtiles'

interface Described {
  readonly attribution?: string
  readonly vector_layers?: readonly { readonly id: string }[]
}

const protocol = new Protocol()
addProtocol('pmtiles', protocol.tile)

export async function openPmtiles(address: string) {
  const file = new PMTiles(new URL(address, location.href).href)
  protocol.add(file)
  const { attribution, vector_layers } = (await file.getMetadata()) as Described
  return {
    url: `pmtiles://${file.source.getKey()}`,
    layers: (vector_layers ?? []).map(({ id }) => id),
    attribution: textOf(attribution ?? ''),
  }
}

/** Often it is written with links. */
const textOf = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
