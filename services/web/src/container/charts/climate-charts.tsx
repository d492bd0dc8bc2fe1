import type { ContainerHistory } from '@bakwacht/api/contract'
import { useMemo } from 'react'
import { degrees, number, percent } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Chart, type Line } from './chart.tsx'
import type { SharedByCharts } from './fill-chart.tsx'
import type { Measured, Values } from './measured.ts'
import { summaryOf } from './track-values.ts'
import { HOUR } from './view.ts'

/** The air inside: how warm, from where on it would be wet, how humid, and what that does to mould. */
export function ClimateCharts({ measured, history, ...shared }: SharedByCharts) {
  const said = words().container.charts
  const { now } = shared
  const temperature = useMemo(() => temperatureLines(measured), [measured])
  const humidity = useMemo(
    () => [ofMeasured(measured, measured.rhPct, said.humidity, '--damp')] as const,
    [measured, said],
  )
  const mould = useMemo(() => [mouldLine(history)] as const, [history])
  return (
    <>
      <Chart
        title={said.temperature}
        summary={summaryOf(temperature[0], now, said, degrees)}
        lines={temperature}
        write={degrees}
        {...shared}
      />
      <Chart
        title={said.humidity}
        summary={summaryOf(humidity[0], now, said, percent)}
        lines={humidity}
        write={percent}
        lowest={0}
        highest={100}
        {...shared}
      />
      <Chart
        title={said.mould}
        summary={`${summaryOf(mould[0], now, said, index)} ${said.mouldHelp}`}
        lines={mould}
        write={index}
        lowest={0}
        highest={0.5}
        {...shared}
      />
    </>
  )
}

const index = (value: number) => number(value, 2)

const ofMeasured = (
  { at, gapMs }: Measured,
  values: Values,
  name: string,
  colour: string,
): Line => ({
  ...{ at, gapMs, values, name, colour },
  stroke: 'line',
})

function temperatureLines(measured: Measured): readonly [Line, Line] {
  const said = words().container.charts
  return [
    ofMeasured(measured, measured.tempC, said.temperatureLine, '--must'),
    { ...ofMeasured(measured, measured.dewPointC, said.dewPoint, '--damp'), stroke: 'dashed' },
  ]
}

/** Kept as long as the hours are. */
const mouldLine = ({ from, hours }: ContainerHistory): Line => ({
  name: words().container.charts.mould,
  stroke: 'line',
  colour: '--fine',
  at: hours.mould_index.map((_, hour) => Date.parse(from) + (hour + 1) * HOUR),
  values: hours.mould_index,
  gapMs: 24 * HOUR,
})
