// The marks of the design (marks/mark.tsx) drawn on a canvas, for the map: the level as a number too.
import { type Drawn, draw, type Pen, write } from './canvas.ts'
import type { Palette } from './palette.ts'

/** Edge of a mark in CSS pixels; room for the drop at its corner. */
export const MARK_PX = 34
const MIDDLE = MARK_PX / 2
const RADIUS = 14

/** @param name as bin-features.ts makes it: `must-87-damp` */
export function drawMark(name: string, palette: Palette, pixelRatio: number): Drawn {
  const [mark = '', ...told] = name.split('-')
  const level = told.map(Number).find((value) => !Number.isNaN(value))
  return draw(MARK_PX, pixelRatio, (pen) => {
    const paint = SHAPES[mark] ?? drawUnknown
    paint(pen, level, palette)
    if (told.includes('damp')) drawDrop(pen, palette)
  })
}

const SHAPES: Readonly<
  Record<string, (pen: Pen, level: number | undefined, palette: Palette) => void>
> = {
  alarm: drawTriangle,
  must: drawFull,
  may: (pen, level, palette) => drawLevelled(pen, level, palette.may, 1.5, palette),
  fine: (pen, level, palette) => drawLevelled(pen, level, palette.fine, 3, palette),
  retired: drawCross,
}

function drawFull(pen: Pen, level: number | undefined, palette: Palette): void {
  fillDisc(pen, RADIUS + 1.5, palette.ground)
  fillDisc(pen, RADIUS, palette.must)
  say(pen, level, palette['on-must'])
}

/** A ring, filled from below to its level. */
function drawLevelled(
  pen: Pen,
  level: number | undefined,
  colour: string,
  width: number,
  palette: Palette,
): void {
  fillDisc(pen, RADIUS + 1, palette.raised)
  const radius = RADIUS - width / 2
  pen.save()
  disc(pen, radius)
  pen.clip()
  const height = (2 * radius * (level ?? 0)) / 100
  pen.globalAlpha = 0.55
  pen.fillStyle = colour
  pen.fillRect(0, MIDDLE + radius - height, MARK_PX, height)
  pen.restore()
  strokeDisc(pen, radius, colour, width)
  say(pen, level, palette.text)
}

function drawUnknown(pen: Pen, _level: number | undefined, palette: Palette): void {
  fillDisc(pen, RADIUS, palette.raised)
  pen.setLineDash([4, 3])
  strokeDisc(pen, RADIUS - 1, palette.unknown, 2)
  pen.setLineDash([])
  say(pen, '?', palette.text)
}

function drawTriangle(pen: Pen, _level: number | undefined, palette: Palette): void {
  pen.beginPath()
  pen.moveTo(MIDDLE, 3)
  pen.lineTo(MARK_PX - 2, MARK_PX - 4)
  pen.lineTo(2, MARK_PX - 4)
  pen.closePath()
  pen.lineJoin = 'round'
  pen.lineWidth = 3
  pen.strokeStyle = palette.ground
  pen.stroke()
  pen.fillStyle = palette.alarm
  pen.fill()
  say(pen, '!', palette.ground, 4)
}

function drawCross(pen: Pen, _level: number | undefined, palette: Palette): void {
  pen.lineWidth = 3
  pen.strokeStyle = palette.retired
  for (const [from, to] of [
    [11, 23],
    [23, 11],
  ] as const) {
    pen.beginPath()
    pen.moveTo(from, 11)
    pen.lineTo(to, 23)
    pen.stroke()
  }
}

function drawDrop(pen: Pen, palette: Palette): void {
  const drop = new Path2D('M28 0c3.2 4 5 6 5 8.5a5 5 0 0 1-10 0c0-2.5 1.8-4.5 5-8.5Z')
  pen.lineWidth = 2
  pen.strokeStyle = palette.ground
  pen.stroke(drop)
  pen.fillStyle = palette.damp
  pen.fill(drop)
}

function disc(pen: Pen, radius: number): void {
  pen.beginPath()
  pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI)
}

function fillDisc(pen: Pen, radius: number, colour: string): void {
  disc(pen, radius)
  pen.fillStyle = colour
  pen.fill()
}

function strokeDisc(pen: Pen, radius: number, colour: string, width: number): void {
  disc(pen, radius)
  pen.lineWidth = width
  pen.strokeStyle = colour
  pen.stroke()
}

function say(pen: Pen, what: number | string | undefined, colour: string, lower = 0): void {
  if (what === undefined) return
  pen.fillStyle = colour
  write(pen, String(what), MIDDLE, MIDDLE + 1 + lower, 12)
}
