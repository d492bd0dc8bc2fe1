// The marks of a fleet seen from afar: too small for numbers, told apart by shape as well as colour.
import { type Drawn, draw, type Pen } from './canvas.ts'
import type { Palette } from './palette.ts'

/** Of the largest: shapes are drawn around its middle. */
const DOT_PX = 16
const MIDDLE = DOT_PX / 2
/** Edges of the smaller ones: of thousands on a map, clear pixels around them cost as much as drawn ones. */
const SMALLER_PX: Readonly<Record<string, number>> = {
  must: 14,
  may: 12,
  unknown: 12,
  fine: 10,
  retired: 8,
}

const SHAPES: Readonly<Record<string, (pen: Pen, palette: Palette) => void>> = {
  alarm(pen, palette) {
    edged(pen, new Path2D('M8 1.5 15 14H1Z'), palette.alarm, palette)
  },
  must(pen, palette) {
    edged(pen, disc(6), palette.must, palette)
  },
  may(pen, palette) {
    edged(pen, disc(5), palette.raised, palette)
    pen.fillStyle = palette.may
    pen.fill(new Path2D('M3 8a5 5 0 0 0 10 0Z'))
    ring(pen, 4.5, 1.5, palette.may)
  },
  fine(pen, palette) {
    edged(pen, disc(4), palette.raised, palette)
    ring(pen, 3.5, 2, palette.fine)
  },
  retired(pen, palette) {
    pen.lineWidth = 1.5
    pen.strokeStyle = palette.retired
    pen.stroke(new Path2D('M5.5 5.5 10.5 10.5M10.5 5.5 5.5 10.5'))
  },
}

export function drawDot(mark: string, palette: Palette, pixelRatio: number): Drawn {
  const px = SMALLER_PX[mark] ?? DOT_PX
  return draw(px, pixelRatio, (pen) => {
    pen.translate((px - DOT_PX) / 2, (px - DOT_PX) / 2)
    const paint = SHAPES[mark] ?? unknown
    paint(pen, palette)
  })
}

function unknown(pen: Pen, palette: Palette): void {
  edged(pen, disc(5), palette.raised, palette)
  pen.setLineDash([2.5, 1.9])
  ring(pen, 4.5, 1.5, palette.unknown)
}

/** Neighbours that overlap stay apart. */
function edged(pen: Pen, shape: Path2D, colour: string, palette: Palette): void {
  pen.lineWidth = 2
  pen.strokeStyle = palette.ground
  pen.stroke(shape)
  pen.fillStyle = colour
  pen.fill(shape)
}

function disc(radius: number): Path2D {
  const path = new Path2D()
  path.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI)
  return path
}

function ring(pen: Pen, radius: number, width: number, colour: string): void {
  pen.lineWidth = width
  pen.strokeStyle = colour
  pen.stroke(disc(radius))
}
