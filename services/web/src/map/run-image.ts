// The small pictures along a run: a tick that points the way, a stop's number, a place to unload.
import { type Drawn, draw, MARK_PX } from './mark-image.ts'
import type { Palette } from './palette.ts'

const TICK_PX = 14
const STOP_PX = 18

/** Points along the line: eastward as drawn. */
export const drawTick = (palette: Palette, pixelRatio: number): Drawn =>
  draw(TICK_PX, pixelRatio, (pen) => {
    pen.beginPath()
    pen.moveTo(4, 3)
    pen.lineTo(11, 7)
    pen.lineTo(4, 11)
    pen.lineJoin = 'round'
    pen.lineWidth = 3
    pen.strokeStyle = palette.ground
    pen.stroke()
  })

/** @param what a stop's number, or `unload` */
export const drawStop = (hue: string, what: string, palette: Palette, pixelRatio: number): Drawn =>
  draw(STOP_PX, pixelRatio, (pen) => {
    const colour = palette[`run-${hue}` as keyof Palette] ?? palette.text
    pen.beginPath()
    pen.roundRect(1, 1, STOP_PX - 2, STOP_PX - 2, what === 'unload' ? 2 : STOP_PX / 2)
    pen.fillStyle = palette.raised
    pen.fill()
    pen.lineWidth = 2
    pen.strokeStyle = colour
    pen.stroke()
    pen.font = '600 10px system-ui, sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillStyle = palette.text
    pen.fillText(what === 'unload' ? '↓' : what, STOP_PX / 2, STOP_PX / 2 + 0.5)
  })

/** Goes around a mark. */
export const drawChosen = (palette: Palette, pixelRatio: number): Drawn =>
  draw(MARK_PX + 14, pixelRatio, (pen) => {
    const middle = MARK_PX / 2 + 7
    pen.beginPath()
    pen.arc(middle, middle, MARK_PX / 2 + 4, 0, 2 * Math.PI)
    pen.lineWidth = 4
    pen.strokeStyle = palette.accent
    pen.stroke()
  })
