// A real browser, told what to do over the DevTools protocol.
import { spawn } from 'node:child_process'
import { temporaryFolder } from '@bakwacht/test-support'

const BROWSER = 'chromium'

export interface Tab extends AsyncDisposable {
  /** What the browser complained of: exceptions, refused loads, broken policies. */
  readonly complaints: readonly string[]
  /** Addresses that the page asked for. */
  readonly requests: readonly string[]
  open(url: string, screen: { readonly width: number; readonly dark: boolean }): Promise<void>
  /** The value of a JavaScript expression in the page. */
  evaluate<Value>(expression: string): Promise<Value>
}

type Message = {
  readonly id?: number
  readonly method?: string
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's answers
  readonly result?: any
  // biome-ignore lint/suspicious/noExplicitAny: the protocol's events
  readonly params?: any
}

export async function openTab(): Promise<Tab> {
  const folder = temporaryFolder('browser')
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0']
  const browser = spawn(BROWSER, [...flags, `--user-data-dir=${folder.path}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => browser.once('exit', resolve))
  const socket = new WebSocket(await tabAddress(await portOf(browser.stderr)))
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))

  const complaints: string[] = []
  const requests: string[] = []
  const waiting = new Map<number, (message: Message) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else note(message)
  })
  const send = (method: string, params: object = {}) =>
    new Promise<Message>((resolve) => {
      waiting.set(++last, resolve)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  for (const domain of ['Runtime', 'Log', 'Page', 'Network']) await send(`${domain}.enable`)

  function note({ method, params }: Message): void {
    if (method === 'Network.requestWillBeSent') requests.push(params.request.url)
    if (method === 'Runtime.exceptionThrown')
      complaints.push(params.exceptionDetails.exception?.description ?? 'an exception')
    if (method === 'Log.entryAdded' && params.entry.level === 'error')
      complaints.push(params.entry.text)
  }

  return {
    complaints,
    requests,
    async open(url, { width, dark }) {
      const value = dark ? 'dark' : 'light'
      const features = [{ name: 'prefers-color-scheme', value }]
      const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 }
      await send('Emulation.setDeviceMetricsOverride', metrics)
      await send('Emulation.setEmulatedMedia', { features })
      await send('Page.navigate', { url })
    },
    async evaluate(expression) {
      const { result } = await send('Runtime.evaluate', { expression, returnByValue: true })
      return result?.result?.value
    },
    async [Symbol.asyncDispose]() {
      socket.close()
      browser.kill()
      await ended
      folder.remove()
    },
  }
}

async function portOf(words: NodeJS.ReadableStream): Promise<string> {
  let said = ''
  for await (const chunk of words) {
    said += chunk
    const [, port] = /ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? []
    if (port !== undefined) {
      words.resume()
      return port
    }
  }
  throw new Error(`the browser ended: ${said.slice(-500)}`)
}

async function tabAddress(port: string): Promise<string> {
  const tabs = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }[]
  const tab = tabs.find(({ type }) => type === 'page')
  if (tab === undefined) throw new Error('the browser has no tab')
  return tab.webSocketDebuggerUrl
}
