// Every picture on the map by its name, drawn when the map first asks for it.
import { type Drawn, drawMark } from './mark-image.ts'
import type { Palette } from './palette.ts'
import { drawChosen, drawStop, drawTick } from './run-image.ts'

export function drawImage(name: string, palette: Palette, pixelRatio: number): Drawn {
  const [kind, hue = '', what = ''] = name.split('-')
  switch (kind) {
    case 'tick':
      return drawTick(palette, pixelRatio)
    case 'stop':
      return drawStop(hue, what, palette, pixelRatio)
    case 'chosen':
      return drawChosen(palette, pixelRatio)
    default:
      return drawMark(name, palette, pixelRatio)
  }
}
