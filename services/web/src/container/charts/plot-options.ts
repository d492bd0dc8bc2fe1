// How the charts look: tokens of the style, few lines of grid, times in the service's zone.
import uPlot from 'uplot'
import { axisTime, number } from '../../language/format.ts'

/** `band`: an edge of what lies between two lines, itself not drawn. */
export type Stroke = 'line' | 'dashed' | 'dots' | 'band'

export interface PlotLine {
  readonly stroke: Stroke
  /** A token of the style, e.g. `--accent`. */
  readonly colour: string
}

export interface PlotOptions {
  readonly lines: readonly PlotLine[]
  /** UTC ms. */
  readonly from: number
  readonly to: number
  /** What the axis shows at least. */
  readonly lowest?: number
  readonly highest?: number
  /** What it never goes above. */
  readonly ceiling?: number
  readonly limit?: { readonly value: number; readonly label: string }
  /** UTC ms: marked by an upright line. */
  readonly events?: readonly number[]
  /** UTC ms: where what is foreseen begins. */
  readonly now: number
  readonly timeZone: string
}

const FONT = '12px system-ui, sans-serif'
const PUBLISHED = new Set(['mousemove', 'mouseleave'])

export function optionsOf(
  options: PlotOptions,
  size: { readonly width: number; readonly height: number },
  colour: (token: string) => string,
): uPlot.Options {
  const { lines, from, to, timeZone } = options
  const edges = lines.flatMap(({ stroke }, index) => (stroke === 'band' ? [index + 1] : []))
  const axis = {
    stroke: colour('--quiet'),
    font: FONT,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  }
  return {
    ...size,
    padding: [12, 24, 0, 0],
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), timeZone),
    scales: {
      x: { time: true, range: () => [from / 1000, to / 1000] },
      y: { range: (_, min, max) => valueRange(min, max, options) },
    },
    axes: [
      {
        ...axis,
        space: 72,
        size: 28,
        values: (_plot, splits, _axis, _space, step) =>
          splits.map((seconds) => axisTime(seconds * 1000, step)),
      },
      { ...axis, size: 48, values: (_, splits) => splits.map((value) => number(value, 2)) },
    ],
    series: [{}, ...lines.map((line) => seriesOf(line, colour(line.colour)))],
    ...(edges.length === 2 && {
      bands: [
        { series: [edges[1], edges[0]] as [number, number], fill: `${colour('--accent')}2e` },
      ],
    }),
    cursor: {
      y: false,
      points: { size: 8 },
      drag: { x: true, y: false, setScale: false },
      sync: {
        key: 'container',
        scales: ['x', null],
        filters: { pub: (type) => PUBLISHED.has(type) },
      },
    },
    hooks: { draw: [(plot) => annotate(plot, options, colour)] },
  }
}

/** Whole where its ends are given, else what was measured with some air around it. */
function valueRange(
  min: number | null,
  max: number | null,
  { lowest, highest, ceiling = Number.POSITIVE_INFINITY }: PlotOptions,
): uPlot.Range.MinMax {
  if (lowest === undefined || highest === undefined)
    return uPlot.rangeNum(min ?? 0, max ?? 1, 0.1, true)
  const top = Math.min(Math.max(max ?? highest, highest), ceiling)
  return [Math.min(min ?? lowest, lowest), top + (top - lowest) * 0.04]
}

const seriesOf = ({ stroke }: PlotLine, colour: string): uPlot.Series => {
  const plain = { stroke: colour, width: 2, spanGaps: false, points: { show: false } }
  switch (stroke) {
    case 'line':
      return plain
    case 'dashed':
      return { ...plain, dash: [6, 5] }
    case 'band':
      return { ...plain, stroke: 'transparent', width: 0 }
    case 'dots':
      return {
        ...plain,
        paths: () => null,
        points: { show: true, size: 4, width: 0, fill: colour, stroke: colour },
      }
  }
}

/** The limit lies across, "now" and events stand upright. */
function annotate(
  plot: uPlot,
  { limit, events = [], now }: PlotOptions,
  colour: (token: string) => string,
): void {
  const { ctx, bbox } = plot
  const ratio = uPlot.pxRatio
  const upright = (time: number, dash: number[]) => {
    const x = plot.valToPos(time / 1000, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) return
    ctx.setLineDash(dash.map((length) => length * ratio))
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    return x
  }
  ctx.save()
  ctx.lineWidth = ratio
  ctx.strokeStyle = colour('--border')
  upright(now, [])
  ctx.strokeStyle = ctx.fillStyle = colour('--text')
  for (const at of events) {
    const x = upright(at, [2, 3])
    if (x !== undefined) downward(ctx, x, bbox.top, 6 * ratio)
  }
  if (limit !== undefined) {
    const y = plot.valToPos(limit.value, 'y', true)
    ctx.strokeStyle = ctx.fillStyle = colour('--must')
    ctx.setLineDash([8 * ratio, 6 * ratio])
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
    ctx.font = `${12 * ratio}px system-ui, sans-serif`
    ctx.textAlign = 'left'
    ctx.textBaseline = 'bottom'
    ctx.fillText(limit.label, bbox.left + 4 * ratio, y - 2 * ratio)
  }
  ctx.restore()
}

function downward(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.beginPath()
  ctx.moveTo(x - size, y - size)
  ctx.lineTo(x + size, y - size)
  ctx.lineTo(x, y + size / 2)
  ctx.fill()
}
