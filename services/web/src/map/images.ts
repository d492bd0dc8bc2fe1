// Every picture on the map by its name, drawn when the map first asks for it.
import type { Drawn } from './canvas.ts'
import { drawDot } from './dot-image.ts'
import { drawMark } from './mark-image.ts'
import type { Palette } from './palette.ts'
import { drawChosen, drawDepot, drawStop, drawTick } from './run-image.ts'

export function drawImage(name: string, palette: Palette, pixelRatio: number): Drawn {
  const [kind, first = '', second = ''] = name.split('-')
  switch (kind) {
    case 'dot':
      return drawDot(first, palette, pixelRatio)
    case 'tick':
      return drawTick(first, palette, pixelRatio)
    case 'stop':
      return drawStop(first, second, palette, pixelRatio)
    case 'depot':
      return drawDepot(palette, pixelRatio)
    case 'chosen':
      return drawChosen(palette, pixelRatio)
    default:
      return drawMark(name, palette, pixelRatio)
  }
}
