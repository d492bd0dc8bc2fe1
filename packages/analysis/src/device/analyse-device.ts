// One device's part of the result: its readings are folded from midnight to midnight, and at each is
// written down what was known then.
import { fillEstimateOf, foldConfigOf } from '@bakwacht/domain'
import type { DeviceConfig } from '../config/analysis-config.ts'
import type { DeviceAnalysis } from '../report/analysis-schema.ts'
import { zonedTime } from '../report/zoned-time.ts'
import { anomaliesIn } from './anomalies.ts'
import { containerFor, settingsFor, surfaceFor } from './assumed-container.ts'
import { calibrationEntry } from './calibration.ts'
import { dailyEntry, dampEntry, forecastEntries } from './entries.ts'
import { anomalyEntries, emptiedEntries } from './events-told.ts'
import { type Origin, scoreForecasts } from './forecast-score.ts'
import { foreseenAt } from './forecasts.ts'
import { KnownSoFar } from './known-so-far.ts'
import { midnightsIn } from './midnights.ts'
import { type DeviceRows, ReadingsInOrder } from './readings.ts'

/** Midnights between two breaths. */
const BREATH = 100

/**
 * @param endAt UTC ms at which the file ends
 * @param breathe called now and then with the share that is done, 0–1
 */
export async function analyseDevice(
  rows: DeviceRows,
  config: DeviceConfig,
  endAt: number,
  breathe: (share: number) => Promise<void>,
): Promise<DeviceAnalysis> {
  const { timezone } = config
  const readings = new ReadingsInOrder(rows)
  const { firstAt, lastAt } = readings
  const container = containerFor(rows.device, firstAt, config)
  const settings = settingsFor(config)
  const foldConfig = foldConfigOf(container, settings, timezone)
  const known = new KnownSoFar(foldConfig, surfaceFor(config))
  const midnights = midnightsIn(firstAt, lastAt, timezone)
  const [daily, damp, forecasts]: Entries = [[], [], []]
  const origins: Origin[] = []

  for (const [index, midnight] of midnights.entries()) {
    if (index % BREATH === 0) await breathe(index / midnights.length)
    known.learn(readings.before(midnight.at), midnight.at)
    const at = zonedTime(midnight.at, timezone)
    const foreseen = foreseenAt(midnight, known.state, container, settings, timezone)
    daily.push(dailyEntry(at, foreseen))
    damp.push(dampEntry(at, known.climateWith(readings.nextAt(midnight.at))))
    if (foreseen !== null) forecasts.push(...forecastEntries(at, foreseen))
    origins.push({
      at: midnight.at,
      level: fillEstimateOf(known.state),
      quantiles: foreseen?.quantiles ?? null,
    })
  }
  known.learn(readings.before(Number.POSITIVE_INFINITY), lastAt)

  const { folded } = known
  const score = scoreForecasts(origins, folded.emptyings)
  return {
    device: rows.device,
    readings: readings.count,
    repeated_rows: readings.repeated,
    wrong_clock_rows: readings.wrongClock,
    emptied: emptiedEntries(folded.emptyings, timezone),
    anomalies: anomalyEntries(anomaliesIn(folded, container, settings, endAt), timezone),
    daily,
    damp,
    forecasts,
    calibration: calibrationEntry(rows, foldConfig.calibration, known.state, score),
  }
}

type Entries = [DeviceAnalysis['daily'], DeviceAnalysis['damp'], DeviceAnalysis['forecasts']]
