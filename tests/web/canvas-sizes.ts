// What the map's canvas goes through once the first whole picture is there.
import type { Page } from 'playwright-core'
import type { Visit } from './browser.ts'

interface Noted {
  readonly sizes: number[]
  readonly shown: Set<number>
}

/** From the next document on. */
export const noteSizes = ({ context }: Visit): Promise<unknown> => context.addInitScript(note)

/** The widths that it was given, in their order. */
export const sizesGiven = async (page: Page): Promise<readonly number[]> =>
  (await noted(page)).sizes

/** Drawn pixels per pixel of the page in the pictures that were shown. */
export const sharpnessShown = async (page: Page): Promise<readonly number[]> =>
  (await noted(page)).shown

const noted = (page: Page) =>
  page.evaluate(() => {
    const { sizes, shown } = (globalThis as unknown as { noted: Noted }).noted
    return { sizes, shown: [...shown] }
  })

/** Runs in the page. */
function note(): void {
  const noted: Noted = { sizes: [], shown: new Set() }
  Object.assign(globalThis, { noted })
  const drawn = () =>
    document.querySelector<HTMLCanvasElement>('.fleet-map[aria-busy=false] .maplibregl-canvas')
  const { prototype } = HTMLCanvasElement
  const width = Object.getOwnPropertyDescriptor(prototype, 'width') as PropertyDescriptor
  Object.defineProperty(prototype, 'width', {
    ...width,
    set(value: number) {
      if (this === drawn()) noted.sizes.push(value)
      width.set?.call(this, value)
    },
  })
  const look = () => {
    const canvas = drawn()
    // After all that this frame's callbacks have drawn.
    if (canvas !== null)
      setTimeout(() => noted.shown.add(canvas.width / canvas.clientWidth / devicePixelRatio))
    requestAnimationFrame(look)
  }
  look()
}
