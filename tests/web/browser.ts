// Debian's Chromium as a person uses it, at a desk or on a phone.
import { available } from '@bakwacht/test-support'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, expect, vi } from 'vitest'

const PROGRAM = '/usr/bin/chromium'

/** A browser on a machine that does much else is slow, and what it waits for too. */
const PATIENCE_MS = 30_000
vi.setConfig({ testTimeout: 3 * PATIENCE_MS })

export const hasBrowser = available('chromium')

export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const
/** The narrowest phone that we promise to serve. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const

type Screen = Pick<
  BrowserContextOptions,
  'viewport' | 'hasTouch' | 'isMobile' | 'deviceScaleFactor'
>

export interface Visit extends AsyncDisposable {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: exceptions, refused loads, broken policies. */
  readonly complaints: readonly string[]
}

export interface VisitOptions {
  readonly screen?: Screen
  readonly language?: 'en' | 'nl' | 'fr' | 'de'
  readonly dark?: boolean
}

let browser: Promise<Browser> | undefined
afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

/** A new person at the address, with nothing remembered. One browser serves a file of tests. */
export async function visit(url: string, options: VisitOptions = {}): Promise<Visit> {
  browser ??= chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] })
  const context = await (await browser).newContext({
    ...(options.screen ?? DESKTOP),
    locale: options.language ?? 'en',
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, context, complaints, [Symbol.asyncDispose]: () => context.close() }
}

export interface HeldBack {
  /** Resolves once the page has asked. */
  readonly asked: Promise<void>
  letGo(): void
}

/** The next request like this is on its way until it is let go. */
export async function holdBack(
  page: Page,
  method: string,
  url: string | RegExp,
): Promise<HeldBack> {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  let isHeld = false
  await page.route(url, async (route) => {
    if (isHeld || route.request().method() !== method) return route.fallback()
    isHeld = true
    asked.resolve()
    await answer.promise
    await route.continue()
  })
  return { asked: asked.promise, letGo: answer.resolve }
}

/** What people read, blanks as blanks: numbers and units are held together by others. */
export const textOf = async (page: Page): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what is hidden
  withBlanks(await page.locator('body').innerText())

export const expectText = (page: Page, text: string | RegExp) =>
  expect
    .poll(() => textOf(page), { timeout: PATIENCE_MS })
    .toMatch(typeof text === 'string' ? withBlanks(text) : text)

const withBlanks = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
