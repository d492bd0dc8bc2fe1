// The charts as one picture, with their titles: for a mail or a report.
import { saveFile } from './save-file.ts'

const TITLE = 28

/** @param charts what holds them @param title above all of them */
export async function savePicture(charts: HTMLElement, title: string): Promise<void> {
  const drawn = [...charts.querySelectorAll('figure')].flatMap((figure) => {
    const canvas = figure.querySelector('canvas')
    return canvas === null ? [] : [{ canvas, title: figure.querySelector('h3')?.textContent ?? '' }]
  })
  const ratio = devicePixelRatio
  const line = TITLE * ratio
  const picture = document.createElement('canvas')
  picture.width = Math.max(...drawn.map(({ canvas }) => canvas.width)) + line
  picture.height = drawn.reduce((sum, { canvas }) => sum + canvas.height + 2 * line, 2 * line)
  const context = picture.getContext('2d')
  if (context === null || drawn.length === 0) return
  const style = getComputedStyle(charts)
  context.fillStyle = style.getPropertyValue('--ground')
  context.fillRect(0, 0, picture.width, picture.height)
  context.fillStyle = style.getPropertyValue('--text')
  const write = (text: string, size: number, y: number) => {
    context.font = `600 ${size * ratio}px system-ui, sans-serif`
    context.fillText(text, line / 2, y)
  }
  write(title, 20, 1.2 * line)
  let y = 2 * line
  for (const chart of drawn) {
    write(chart.title, 16, y + 0.8 * line)
    context.drawImage(chart.canvas, line / 2, y + line)
    y += chart.canvas.height + 2 * line
  }
  const blob = await new Promise<Blob | null>((done) => picture.toBlob(done))
  if (blob !== null) saveFile(blob, `${title}.png`)
}
