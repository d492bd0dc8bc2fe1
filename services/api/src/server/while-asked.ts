// Work that is of use only for as long as somebody waits for its answer.
import type { FastifyReply } from 'fastify'

/** @returns undefined when the client has gone: there is nobody to answer */
export async function whileAsked<Result>(
  { raw }: Pick<FastifyReply, 'raw'>,
  work: (gone: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const leaving = new AbortController()
  const left = new Promise<undefined>((resolve) => {
    raw.once('close', () => {
      leaving.abort()
      resolve(undefined)
    })
  })
  const done = work(leaving.signal).catch((error: unknown) => {
    if (leaving.signal.aborted) return undefined
    throw error
  })
  return Promise.race([done, left])
}
