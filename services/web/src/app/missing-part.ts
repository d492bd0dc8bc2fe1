// A page is loaded when it is first opened. After an update its old file is gone, without a net it is out of reach.
const SAYS_SO =
  /dynamically imported module|importing a module script failed|unable to preload css/i

export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && SAYS_SO.test(error.message)

const KEPT = 'bakwacht-reloaded-at'
/** A reload that did not help is not tried again before. */
const AGAIN_AFTER_MS = 60_000

/** Loads the page anew if the server is there, so that it names the files of today. */
export async function reloadOnce(): Promise<void> {
  const last = Number(sessionStorage.getItem(KEPT) ?? 0)
  if (Date.now() - last < AGAIN_AFTER_MS) return
  const page = location.pathname
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  // Whoever went on to another page meanwhile is left there.
  if (answer?.ok !== true || location.pathname !== page) return
  sessionStorage.setItem(KEPT, String(Date.now()))
  location.reload()
}
