// Talks to the API in the page's language; asks for a token when one is needed.
import { language, words } from './words.js'

export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `status ${status}`)
    this.status = status
  }
}

async function ask(path, options = {}) {
  const response = await fetch(`/api/v1${path}`, {
    ...options,
    headers: { 'accept-language': language, ...options.headers },
  })
  if (response.ok) return response.status === 204 ? undefined : response.json()
  throw new Refused(response.status, await response.json().catch(() => undefined))
}

/** A driver has a link and no token to type. */
const mayType = () => location.pathname !== '/driver'

/** Signs in first where that is needed, as often as it takes. */
export async function read(path) {
  while (true) {
    try {
      return await ask(path)
    } catch (refused) {
      if (refused.status !== 401 || !mayType()) throw refused
      await signIn()
    }
  }
}

export const send = (path, body, headers = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

export const startSession = (token) => send('/session', { token })

let signingIn

/** Several questions at once wait for one sign-in. */
function signIn() {
  signingIn ??= askForToken().finally(() => {
    signingIn = undefined
  })
  return signingIn
}

function askForToken() {
  const dialog = document.getElementById('sign-in')
  const input = document.getElementById('token')
  const fault = document.getElementById('sign-in-error')
  document.getElementById('token-label').textContent = words.token
  document.getElementById('sign-in-button').textContent = words.signIn
  return new Promise((resolve) => {
    dialog.oncancel = (event) => event.preventDefault()
    dialog.querySelector('form').onsubmit = async (event) => {
      event.preventDefault()
      try {
        await startSession(input.value.trim())
      } catch {
        fault.textContent = words.wrongToken
        return
      }
      input.value = ''
      dialog.close()
      resolve()
    }
    fault.textContent = ''
    dialog.showModal()
  })
}
