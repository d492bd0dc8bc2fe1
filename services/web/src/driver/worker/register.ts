// Installs the page on the phone, as far as the browser lets it.
import { ACTIVATE, SYNC_TAG } from './messages.ts'

const SCRIPT = '/driver-worker.js'
const SCOPE = '/driver'

export type Offline = 'ready' | 'busy' | 'never'

/**
 * A new version that waits takes over as the page opens, before anything is tapped; later ones wait for the next time.
 * @param tell whether the page opens without a signal; `never`: the browser cannot, or the page came without https
 */
export async function installPage(tell: (offline: Offline) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return tell('never')
  const { serviceWorker } = navigator
  try {
    const registration = await serviceWorker.register(SCRIPT, { scope: SCOPE })
    if (registration.waiting !== null && serviceWorker.controller !== null) {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      registration.waiting.postMessage(ACTIVATE)
    }
    await serviceWorker.ready
    tell('ready')
  } catch {
    // Away from the net a worker of an earlier visit serves on; without one there is nothing to serve.
    tell(serviceWorker.controller === null ? 'never' : 'ready')
  }
}

interface WithSync {
  readonly sync?: { register(tag: string): Promise<void> }
}

/** Where the browser can, what waits is sent even after the page is closed. */
export async function sendInBackground(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.getRegistration(SCOPE)
    await (registration as WithSync | undefined)?.sync?.register(SYNC_TAG)
  } catch {
    // Browsers may refuse it, to save the battery: the page then sends when it is opened.
  }
}
