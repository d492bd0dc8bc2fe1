// A place as people have it at hand: coordinates typed or copied, or the link of a map.
import type { LonLat } from '@bakwacht/domain'

/** What stands between the two numbers of a map's link: first latitude, then longitude. */
const LINKS = [
  /!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)/,
  /[?&]mlat=(-?\d+\.?\d*)&mlon=(-?\d+\.?\d*)/,
  /[?&](?:q|ll|query|destination|daddr|sll|cp)=(?:loc:)?(-?\d+\.?\d*)(?:,|%2C|~)\+?(-?\d+\.?\d*)/i,
  /@(-?\d+\.\d+),(-?\d+\.\d+)/,
  /#map=[\d.]+\/(-?\d+\.?\d*)\/(-?\d+\.?\d*)/,
  /^geo:(-?\d+\.?\d*),(-?\d+\.?\d*)/,
]
const NUMBER = '[+-]?\\d{1,3}(?:[.,]\\d+)?'
const PAIR = new RegExp(`^(${NUMBER})(?:\\s*[;,|/]\\s*|\\s+)(${NUMBER})$`)
/** e.g. 50°52'47.3"N */
const DEGREES =
  /(\d{1,3})\s*°\s*(?:(\d{1,2})\s*['′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″]|'')\s*)?([NSEWO])/gi

/** @returns `[lon, lat]`, or `undefined` when no place can be read */
export function readPlace(text: string): LonLat | undefined {
  const plain = text.trim()
  const link = LINKS.map((pattern) => pattern.exec(plain)).find((match) => match !== null)
  if (link) return place(Number(link[1]), Number(link[2]))
  if (/^\w+:\/\//.test(plain)) return undefined
  return inDegrees(plain) ?? asPair(plain)
}

/** Links that hold no place themselves: only the map's own server knows where they lead. */
export const isShortLink = (text: string): boolean =>
  /^https?:\/\/(maps\.app\.goo\.gl|goo\.gl|g\.page|osm\.org\/go|maps\.apple\/p|bit\.ly)/.test(
    text.trim(),
  )

/** As it is shown and read again; five decimals are one metre. */
export const writtenPlace = ([lon, lat]: LonLat): string => `${rounded(lat)}, ${rounded(lon)}`

const rounded = (degrees: number) => Number(degrees.toFixed(6))

function asPair(text: string): LonLat | undefined {
  const letters = text.replaceAll(/[°()]|\b(lat|lon|lng|latitude|longitude)\b\s*[:=]?/gi, ' ')
  const lonFirst = /^\s*[EO]\b|^\s*[\d.,]+\s*[EO]/i.test(letters)
  const west = /[\dW]\s*W|W\s*\d/i.test(letters) ? -1 : 1
  const south = /\dS|S\s*\d|\d\s+S/i.test(letters) ? -1 : 1
  const match = PAIR.exec(
    letters
      .replaceAll(/[NSEWO]/gi, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ([,;])/g, '$1')
      .trim(),
  )
  if (match === null) return undefined
  const [first, second] = [decimal(match[1]), decimal(match[2])]
  return lonFirst ? place(south * second, west * first) : place(south * first, west * second)
}

function inDegrees(text: string): LonLat | undefined {
  const parts = [...text.matchAll(DEGREES)].map(([, degrees, minutes, seconds, side = '']) => ({
    isLat: /[NS]/i.test(side),
    value:
      (/[SW]/i.test(side) ? -1 : 1) *
      (decimal(degrees) + decimal(minutes) / 60 + decimal(seconds) / 3600),
  }))
  const lat = parts.find(({ isLat }) => isLat)?.value
  const lon = parts.find(({ isLat }) => !isLat)?.value
  return lat === undefined || lon === undefined ? undefined : place(lat, lon)
}

const decimal = (text = '0') => Number(text.replace(',', '.'))

const place = (lat: number, lon: number): LonLat | undefined =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : undefined
