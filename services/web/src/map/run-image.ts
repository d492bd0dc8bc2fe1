// The small pictures along a run: a tick that points the way, a stop's number, a place to unload.
import { type Drawn, draw, write } from './canvas.ts'
import { HOUSE_PATH } from './house.ts'
import { MARK_PX } from './mark-image.ts'
import type { Palette } from './palette.ts'

const TICK_PX = 16
const STOP_PX = 18
const DEPOT_PX = 28
const HOUSE = new Path2D(HOUSE_PATH)

/** Points along the line: eastward as drawn. */
export const drawTick = (hue: string, palette: Palette, pixelRatio: number): Drawn =>
  draw(TICK_PX, pixelRatio, (pen) => {
    const arrow = new Path2D('M3 2 14 8 3 14Z')
    pen.lineJoin = 'round'
    pen.lineWidth = 2
    pen.strokeStyle = palette.ground
    pen.stroke(arrow)
    pen.fillStyle = hueColour(hue, palette)
    pen.fill(arrow)
  })

const hueColour = (hue: string, palette: Palette) =>
  palette[`run-${hue}` as keyof Palette] ?? palette.text

/** @param what a stop's number, or `unload` */
export const drawStop = (hue: string, what: string, palette: Palette, pixelRatio: number): Drawn =>
  draw(STOP_PX, pixelRatio, (pen) => {
    pen.beginPath()
    pen.roundRect(1, 1, STOP_PX - 2, STOP_PX - 2, what === 'unload' ? 2 : STOP_PX / 2)
    pen.fillStyle = palette.raised
    pen.fill()
    pen.lineWidth = 2
    pen.strokeStyle = hueColour(hue, palette)
    pen.stroke()
    pen.fillStyle = palette.text
    write(pen, what === 'unload' ? '↓' : what, STOP_PX / 2, STOP_PX / 2 + 0.5, 10)
  })

/** Where runs begin and end: a house. */
export const drawDepot = (palette: Palette, pixelRatio: number): Drawn =>
  draw(DEPOT_PX, pixelRatio, (pen) => {
    pen.lineJoin = 'round'
    pen.lineWidth = 4
    pen.strokeStyle = palette.ground
    pen.stroke(HOUSE)
    pen.fillStyle = palette.text
    pen.fill(HOUSE)
    pen.fillStyle = palette.ground
    pen.fillRect(11, 15, 6, 9)
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
