// When to try: at once after a tap, when the net comes back, when the page is looked at, and now and then.
import { backOffMs } from './back-off.ts'

export interface Sending {
  /** Something is waiting, or the world has changed: try now. */
  now(): void
}

/** @param send @returns whether all is sent */
export function keepSending(send: () => Promise<boolean>): Sending {
  let failures = 0
  let busy = false
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function run(): Promise<void> {
    if (busy) {
      again = true
      return
    }
    busy = true
    clearTimeout(timer)
    do {
      again = false
      failures = (await send().catch(() => false)) ? 0 : failures + 1
    } while (again && failures === 0)
    busy = false
    if (failures > 0) timer = setTimeout(run, again ? 0 : backOffMs(failures, Math.random()))
  }

  const now = () => void run()
  const online = () => {
    failures = 0
    now()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') online()
  }
  addEventListener('online', online)
  document.addEventListener('visibilitychange', seen)
  return { now }
}
