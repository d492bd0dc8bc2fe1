// Picks by Accept and Accept-Language (RFC 9110, 12.5).
import { LANGUAGES, type Language } from '@bakwacht/domain'
import type { FastifyRequest } from 'fastify'
import type { ApiContext } from '../context.ts'

/** For whom sentences are made. */
export interface Reader {
  readonly language: Language
  readonly timezone: string
}

export const languageOf = (request: FastifyRequest): Language =>
  preferred(request.headers['accept-language'], LANGUAGES, sameLanguage)

export const readerOf = (
  request: FastifyRequest,
  { config }: Pick<ApiContext, 'config'>,
): Reader => ({
  language: languageOf(request),
  timezone: config.timezone,
})

/** The offered media type that the client likes best; the first one when it does not mind. */
export const preferredType = <Type extends string>(
  request: FastifyRequest,
  offered: readonly [Type, ...Type[]],
): Type => preferred(request.headers.accept, offered, sameType)

function preferred<Offer extends string>(
  header: string | undefined,
  offered: readonly [Offer, ...Offer[]],
  matches: (wish: string, offer: string) => boolean,
): Offer {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [wish = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      return { wish, q: q === undefined ? 1 : Number(q.slice(2)) }
    })
    .filter(({ wish, q }) => wish !== '' && q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { wish } of wishes) {
    const offer = offered.find((one) => matches(wish, one))
    if (offer !== undefined) return offer
  }
  return offered[0]
}

const sameLanguage = (wish: string, offer: string) => wish === '*' || wish.split('-')[0] === offer
const sameType = (wish: string, offer: string) =>
  wish === '*/*' || wish === offer || wish === `${offer.split('/')[0]}/*`
