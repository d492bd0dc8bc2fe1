// The stream of what happens: it says what is out of date, and the pages ask again.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** Which answers each event puts out of date. */
const OUT_OF_DATE = {
  state: ['fleet', 'state'],
  alert: ['alerts', 'fleet', 'state'],
  plan: ['plans'],
  run: ['plans'],
} as const

/** However much happens, a page asks again once in this time at most. */
const SETTLE_MS = 1000

/** Follows the stream while the component is there. @returns whether it is connected */
export function useLive(): boolean {
  const client = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    const stale = new Set<string>()
    let due: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      due = undefined
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] })
      stale.clear()
    }
    const stream = new EventSource('/api/v1/stream')
    stream.onopen = () => setLive(true)
    stream.onerror = () => setLive(false)
    for (const [kind, keys] of Object.entries(OUT_OF_DATE))
      stream.addEventListener(kind, () => {
        for (const key of keys) stale.add(key)
        due ??= setTimeout(refresh, SETTLE_MS)
      })
    return () => {
      clearTimeout(due)
      stream.close()
    }
  }, [client])
  return live
}
