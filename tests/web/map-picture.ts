// Where on the page something of a colour is drawn: a map has no elements to ask for.
import type { Locator, Page } from 'playwright-core'

interface Spot {
  readonly x: number
  readonly y: number
}

/** The map with everything drawn. */
export async function drawnMap(page: Page): Promise<Locator> {
  const map = page.locator('.fleet-map')
  await page.locator('.fleet-map[aria-busy=false]').waitFor()
  await map.scrollIntoViewIfNeeded()
  return map
}

/** The middles of patches of a colour on the map, the largest first; small ones are letters and edges. */
export async function spotsOf(
  page: Page,
  colour: readonly [red: number, green: number, blue: number],
): Promise<readonly Spot[]> {
  const picture = await page.locator('.fleet-map').screenshot()
  const box = await page.locator('.fleet-map').boundingBox()
  const found = await page.evaluate(patchesIn, { png: picture.toString('base64'), colour })
  return found.map(({ x, y }) => ({ x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) }))
}

/** Runs in the page, which can read pictures. */
async function patchesIn({ png, colour }: { png: string; colour: readonly number[] }) {
  const SIDE = 12
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
  if (pen === null) return []
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, image.width, image.height)
  const isIt = (x: number, y: number) =>
    colour.every((part, at) => Math.abs((data[4 * (y * image.width + x) + at] ?? 0) - part) < 12)
  const patches: { x: number; y: number; size: number }[] = []
  for (let y = 0; y + SIDE < image.height; y += SIDE)
    for (let x = 0; x + SIDE < image.width; x += SIDE) {
      let size = 0
      for (let dy = 0; dy < SIDE; dy++)
        for (let dx = 0; dx < SIDE; dx++) if (isIt(x + dx, y + dy)) size++
      if (size > (SIDE * SIDE) / 2) patches.push({ x: x + SIDE / 2, y: y + SIDE / 2, size })
    }
  return patches.sort((a, b) => b.size - a.size)
}
