// Health of devices: alerts of a recorded year, device by device, and how many simulated faults are
// known, how soon, and how often a sound device is called faulty.
import { existsSync } from 'node:fs'
import { type AlertKind, DAY_MS } from '@bakwacht/domain'
import { sharedData } from '@bakwacht/test-support'
import { median, type Report } from './figure.ts'
import { deviceAlerts } from './health/device-alerts.ts'
import { readRecordedDevices } from './health/recorded-devices.ts'
import { type FaultName, simulatedDevice } from './health/simulated-device.ts'
import { UsageError } from './usage-error.ts'

const USAGE =
  '[FILE.csv.gz with device_eui, timestamp_utc, distance_cm, temp_c, tilt_deg, battery_mv]'
const SEEDS = Array.from({ length: 40 }, (_, index) => 501 + index)
const DAYS = 150
const START_AT = Date.UTC(2026, 2, 1)

/** What each fault must be told as, and the least detail of it that can be known in the days there are. */
const FAULTS: readonly { readonly fault: FaultName; readonly kind: AlertKind }[] = [
  { fault: 'stuck', kind: 'stuck' },
  { fault: 'noise', kind: 'noisy' },
  { fault: 'drift', kind: 'drifting' },
  { fault: 'moved', kind: 'moved' },
  { fault: 'weak_battery', kind: 'battery_ends' },
]

export async function benchHealth(report: Report, args: readonly string[]): Promise<void> {
  recorded(report, recordingOf(args))
  sound(report)
  for (const { fault, kind } of FAULTS) faulty(report, fault, kind)
}

function recorded(report: Report, file: string): void {
  for (const device of readRecordedDevices(file)) {
    const alerts = deviceAlerts(device)
    const kinds = Map.groupBy(alerts, ({ kind }) => kind)
    report({
      ...{ name: `health/recorded ${device.id}`, value: alerts.length, unit: 'alerts' },
      detail: Object.fromEntries([...kinds].map(([kind, each]) => [kind, each.length])),
    })
    for (const { kind, raisedAt, clearedAt, evidence } of alerts)
      report({
        name: `  ${kind} ${new Date(raisedAt).toISOString().slice(0, 16)}`,
        value: ((clearedAt ?? Number.NaN) - raisedAt) / DAY_MS,
        unit: 'days',
        detail: { evidence: JSON.stringify(evidence) },
      })
  }
}

function sound(report: Report): void {
  const alerts = SEEDS.map((seed) => deviceAlerts(simulatedDevice(seed, null, START_AT, DAYS)))
  report({
    name: 'health/sound simulated devices with an alert',
    value: (100 * alerts.filter(({ length }) => length > 0).length) / SEEDS.length,
    ...{ unit: '%', goal: '<= 2' },
    detail: {
      devices: SEEDS.length,
      days: DAYS,
      kinds: alerts
        .flat()
        .map(({ kind }) => kind)
        .join(' '),
    },
  })
}

function faulty(report: Report, fault: FaultName, kind: AlertKind): void {
  const found = SEEDS.map((seed) => {
    const device = simulatedDevice(seed, fault, START_AT, DAYS)
    const alerts = deviceAlerts(device)
    const at = device.fault?.at ?? Number.POSITIVE_INFINITY
    const known = alerts.find((alert) => alert.kind === kind && alert.raisedAt >= at)
    const others = alerts.filter((alert) => alert.kind !== kind).map((alert) => alert.kind)
    return { field: String(device.fault?.detail.field ?? ''), known, at, others }
  })
  for (const [field, of] of Map.groupBy(found, (each) => each.field)) {
    const days = of.flatMap(({ known, at }) => (known ? [(known.raisedAt - at) / DAY_MS] : []))
    report({
      name: `health/${fault}${field && ` of ${field}`} told as ${kind}`,
      ...{ value: (100 * days.length) / of.length, unit: '%' },
      detail: {
        ...{ devices: of.length, median_days: median(days), longest_days: Math.max(...days) },
        also: [...new Set(of.flatMap(({ others }) => others))].join(' '),
      },
    })
  }
}

function recordingOf([file, more]: readonly string[]): string {
  const found = file ?? sharedData('fill/frankfurt_glass_12devices.csv.gz')
  if (found === undefined || more !== undefined || !existsSync(found))
    throw new UsageError(`got ${file ?? 'nothing'}, wanted: npm run bench -- health ${USAGE}`)
  return found
}
