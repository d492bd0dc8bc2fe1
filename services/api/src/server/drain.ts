// How a server goes: what was asked is still answered, but nobody is waited for too long.
import type { App } from '../context.ts'

/** A process has 10 s to stop, and closes its stores after this. */
const PATIENCE_MS = 5000
const LOOK_EVERY_MS = 50

/** Takes no more requests and answers those that it has; after 5 s it hangs up on who still reads or sends. */
export async function drain(app: App): Promise<void> {
  // Node closes connections that are idle when it is told to close, not those that fall idle later.
  const look = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS)
  const hangUp = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS)
  try {
    await app.close()
  } finally {
    clearInterval(look)
    clearTimeout(hangUp)
  }
}
