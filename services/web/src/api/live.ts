// The stream of what happens: it says what is out of date, and the pages ask again.
import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { putOutOfDate } from './out-of-date.ts'

/** Which answers each event puts out of date. */
const OUT_OF_DATE = {
  state: ['fleet', 'state'],
  alert: ['alerts', 'fleet', 'state'],
  plan: ['plans'],
  run: ['plans'],
} as const

const EVER_OUT_OF_DATE = new Set(Object.values(OUT_OF_DATE).flat())

/** However much happens, a page asks again once in this time at most. */
const SETTLE_MS = 1000
/** A browser tries again by itself, but not after an answer that is no stream. */
const REOPEN_MS = 5000

export type Live =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** UTC ms, by the browser's clock. */
  | { readonly kind: 'lost'; readonly since: number }

const answered = (key: string) => ({
  queryKey: [key],
  predicate: ({ state }: Query) => state.data !== undefined,
})

/**
 * Follows the stream while the component is there. What was answered before it was open is asked again, and after a
 * gap everything.
 */
export function useLive(): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>({ kind: 'connecting' })
  useEffect(() => {
    const stale = new Set<string>()
    let due: ReturnType<typeof setTimeout> | undefined
    let reopening: ReturnType<typeof setTimeout> | undefined
    let stream: EventSource
    let wasLost = false
    const refresh = () => {
      due = undefined
      for (const key of stale) putOutOfDate(client, key)
      stale.clear()
    }
    const onOpen = () => {
      setLive({ kind: 'live' })
      if (wasLost) void client.invalidateQueries()
      else for (const key of EVER_OUT_OF_DATE) void client.invalidateQueries(answered(key))
      wasLost = false
    }
    const onError = () => {
      wasLost = true
      setLive((before) => (before.kind === 'lost' ? before : { kind: 'lost', since: Date.now() }))
      if (stream.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS)
    }
    function open() {
      stream = new EventSource('/api/v1/stream')
      stream.onopen = onOpen
      stream.onerror = onError
      for (const [kind, keys] of Object.entries(OUT_OF_DATE))
        stream.addEventListener(kind, () => {
          for (const key of keys) stale.add(key)
          due ??= setTimeout(refresh, SETTLE_MS)
        })
    }
    open()
    return () => {
      clearTimeout(due)
      clearTimeout(reopening)
      stream.close()
    }
  }, [client])
  return live
}
