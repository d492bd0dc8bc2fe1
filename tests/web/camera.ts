// A camera that sees a sticker: its picture is drawn, the way through video and reader is the real one.
import type { Page } from 'playwright-core'
import { encode } from 'uqr'

const MODULE_PX = 8
const BORDER = 6

export async function showQrToCamera(page: Page, text: string): Promise<void> {
  const { data, size } = encode(text, { border: BORDER })
  await page.evaluate(
    ({ data, size, scale }) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = size * scale
      const pen = canvas.getContext('2d')
      const draw = () => {
        if (pen === null) return
        pen.fillStyle = '#fff'
        pen.fillRect(0, 0, canvas.width, canvas.height)
        pen.fillStyle = '#000'
        for (const [y, row] of data.entries())
          for (const [x, dark] of row.entries())
            if (dark) pen.fillRect(x * scale, y * scale, scale, scale)
      }
      // A stream has a picture only while something is drawn.
      setInterval(draw, 50)
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20)
    },
    { data, size, scale: MODULE_PX },
  )
}
