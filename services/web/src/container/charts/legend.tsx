import { words } from '../../language/words.ts'
import type { Line } from './chart.tsx'

interface LegendProps {
  readonly lines: readonly Line[]
  readonly events: boolean
}

/** Names beside what is drawn: lines differ in how they are drawn, not in colour alone. */
export const Legend = ({ lines, events }: LegendProps) => (
  <ul className="chart-legend">
    {lines.filter(isDrawn).map(({ name, stroke, colour }) => (
      <li key={name}>
        <svg viewBox="0 0 32 12" aria-hidden="true" style={{ color: `var(${colour})` }}>
          {stroke === 'dots' ? (
            [6, 16, 26].map((x) => <circle key={x} cx={x} cy="6" r="2.5" fill="currentColor" />)
          ) : (
            <path
              d="M1 6H31"
              stroke="currentColor"
              strokeWidth="2.5"
              strokeDasharray={stroke === 'dashed' ? '6 5' : undefined}
            />
          )}
        </svg>
        {name}
      </li>
    ))}
    {lines.some(({ stroke }) => stroke === 'band') && (
      <li>
        <svg viewBox="0 0 32 12" aria-hidden="true">
          <rect width="32" height="12" className="band" />
        </svg>
        {words().container.charts.band}
      </li>
    )}
    {events && (
      <li>
        <svg viewBox="0 0 32 12" aria-hidden="true">
          <path d="M10 2H22L16 11Z" fill="currentColor" />
        </svg>
        {words().container.charts.emptied}
      </li>
    )}
  </ul>
)

const isDrawn = ({ stroke }: Line): boolean => stroke !== 'band'
