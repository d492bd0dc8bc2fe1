// One sender for all tabs and the service worker, so that the order of taps is kept. Systems put tabs to sleep with
// all that they hold: a sender that gives no sign of life is relieved.

const LOCK = 'bakwacht-driver-send'
const BEAT_MS = 2000
/** Also a page out of sight beats that often, slow as its clock is there: once in a minute. */
const SILENT_MS = 70_000

type Work<Result> = (isOurs: () => boolean) => Promise<Result>

/**
 * Where there are no locks, or one that was believed asleep wakes up, two may send at once for a moment: keys keep
 * that from counting twice.
 * @param work asks before each step whether the lock is still ours
 * @param silentMs after which the holder is believed to be asleep
 * @throws DOMException `AbortError` when another has taken over
 */
export async function asOnlySender<Result>(
  work: Work<Result>,
  silentMs = SILENT_MS,
): Promise<Result> {
  if (!('locks' in navigator)) return work(() => true)
  const holder = listenTo(silentMs)
  try {
    return await hold({ signal: holder.silent }, work, holder.stop)
  } catch (error) {
    // While we hold it nobody is listened to: it was the waiting that ended.
    if (!holder.silent.aborted) throw error
    return await hold({ steal: true }, work)
  } finally {
    holder.stop()
  }
}

async function hold<Result>(options: LockOptions, work: Work<Result>, held?: () => void) {
  let ours = true
  const beat = new BroadcastChannel(LOCK)
  const sign = () => beat.postMessage('here')
  let timer: ReturnType<typeof setInterval> | undefined
  try {
    return await navigator.locks.request(LOCK, options, () => {
      held?.()
      sign()
      timer = setInterval(sign, BEAT_MS)
      return work(() => ours)
    })
  } finally {
    ours = false
    clearInterval(timer)
    beat.close()
  }
}

/** @returns a signal that aborts once nothing was heard for so long */
function listenTo(silentMs: number) {
  const silence = new AbortController()
  const heard = new BroadcastChannel(LOCK)
  const wait = () => setTimeout(() => silence.abort(), silentMs)
  let timer = wait()
  heard.onmessage = () => {
    clearTimeout(timer)
    timer = wait()
  }
  const stop = () => {
    clearTimeout(timer)
    heard.close()
  }
  return { silent: silence.signal, stop }
}
