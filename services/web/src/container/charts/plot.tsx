// One uPlot in the page, drawn anew when what it shows, its width or the light changes.
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useIsDark } from '../../map/use-is-dark.ts'
import type { Columns } from './columns.ts'
import { optionsOf, type PlotOptions } from './plot-options.ts'
import type { Span } from './view.ts'

interface PlotProps {
  readonly columns: Columns
  readonly options: PlotOptions
  readonly height: number
  /** Somebody points at this time, or at none any more. */
  readonly onPoint: (at: number | null) => void
  /** Somebody drew over a span. */
  readonly onSpan: (span: Span) => void
  /** UTC ms, chosen by key; `null`: by the pointer or not at all. */
  readonly pointed: number | null
}

const LEAST_DRAG_PX = 8

export default function Plot({ columns, options, height, onPoint, onSpan, pointed }: PlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<uPlot>(null)
  const told = useRef({ onPoint, onSpan })
  useEffect(() => {
    told.current = { onPoint, onSpan }
  })
  const isDark = useIsDark()

  useEffect(() => {
    const place = box.current
    if (place === null) return
    const style = getComputedStyle(place)
    const size = { width: place.clientWidth, height }
    const plain = optionsOf(options, size, (token) => style.getPropertyValue(token).trim())
    const plot = new uPlot(
      {
        ...plain,
        hooks: {
          ...plain.hooks,
          setCursor: [
            ({ cursor: { left = -1, idx } }) =>
              told.current.onPoint(left < 0 || idx == null ? null : (columns.at[idx] ?? 0) * 1000),
          ],
          setSelect: [
            (self) => {
              const { left, width } = self.select
              if (width < LEAST_DRAG_PX) return
              const time = (x: number) => Math.round(self.posToVal(x, 'x') * 1000)
              self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
              told.current.onSpan({ from: time(left), to: time(left + width) })
            },
          ],
        },
      },
      [columns.at, ...columns.columns],
      place,
    )
    drawn.current = plot
    const resized = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height }))
    resized.observe(place)
    return () => {
      resized.disconnect()
      plot.destroy()
      drawn.current = null
    }
  }, [columns, options, height, isDark])

  useEffect(() => {
    const plot = drawn.current
    if (plot !== null && pointed !== null)
      plot.setCursor({ left: plot.valToPos(pointed / 1000, 'x'), top: 0 })
  }, [pointed])

  return <div className="plot" ref={box} />
}
