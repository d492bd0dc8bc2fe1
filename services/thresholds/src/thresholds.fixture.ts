// Thresholds on real stores in a temporary folder, and a way to bring readings in as a device would.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Alert,
  type Container,
  type ContainerState,
  containerDefaults,
  deviceConfigDefaults,
  type Measurements,
  type Reading,
} from '@bakwacht/domain'
import { openRegistry, type Registry } from '@bakwacht/registry'
import { silentLog } from '@bakwacht/runtime'
import { openSqliteTelemetry, type TelemetryStore } from '@bakwacht/telemetry'
import { createThresholds, type Thresholds, type ThresholdsDependencies } from './service.ts'

export const HOUR = 3_600_000
export const t0 = Date.UTC(2026, 9, 5)

export interface Bed extends AsyncDisposable {
  readonly registry: Registry
  readonly telemetry: TelemetryStore
  /** Thresholds as after a restart: nothing remembered but what the stores hold. */
  thresholds(given?: Partial<ThresholdsDependencies>): Thresholds
  /** Containers `c0`… with devices `d0`… in them since `t0`, close to each other. */
  register(count: number, given?: Partial<Container>): Promise<void>
  commit(readings: readonly Reading[]): Promise<void>
  states(): Promise<readonly ContainerState[]>
  /** All that were not retracted, in one order. */
  alerts(): Promise<readonly Alert[]>
}

export async function openBed(clock: () => number = () => t0): Promise<Bed> {
  const folder = await mkdtemp(join(tmpdir(), 'bakwacht-thresholds-'))
  const registry = await openRegistry({ sqliteFile: join(folder, 'registry.db') }, { clock })
  const telemetry = await openSqliteTelemetry({
    file: join(folder, 'telemetry.db'),
    clock,
    log: silentLog,
  })
  return {
    registry,
    telemetry,
    thresholds: (given = {}) =>
      createThresholds({
        telemetry,
        registry,
        clock,
        log: silentLog,
        timezone: 'Europe/Brussels',
        ...given,
      }),
    async register(count, given = {}) {
      const ids = Array.from({ length: count }, (_, index) => index)
      await registry.containers.put(
        ids.map((index) => ({
          ...containerDefaults,
          id: `c${index}`,
          name: `Bin ${index}`,
          location: [4.7 + (index % 10) / 100, 50.88 + Math.floor(index / 10) / 100],
          capacityL: 2500,
          createdAt: t0,
          ...given,
        })),
      )
      await registry.devices.put(
        ids.map((index) => ({
          id: `d${index}`,
          createdAt: t0,
          config: deviceConfigDefaults,
          status: null,
          active: true,
        })),
      )
      for (const index of ids)
        await registry.devices.assign({ deviceId: `d${index}`, containerId: `c${index}`, from: t0 })
    },
    async commit(readings) {
      await telemetry.commit(
        readings.map((reading) => ({
          reading,
          stampedByServer: false,
          contentHash: 0,
        })),
      )
    },
    states: () => registry.states.all(),
    async alerts() {
      const { items } = await registry.alerts.page({ limit: 10_000 })
      return items
        .filter(({ status }) => status !== 'retracted')
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    async [Symbol.asyncDispose]() {
      await telemetry.stop()
      await registry.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const reading = (
  device: number,
  observedAt: number,
  measured: Partial<Measurements>,
  flags = 0,
): Reading => ({
  distanceMm: null,
  fillPct: null,
  tempC: null,
  rhPct: null,
  batteryV: null,
  rssiDbm: null,
  tiltDeg: null,
  lidOpens: null,
  ...measured,
  deviceId: `d${device}`,
  observedAt,
  receivedAt: observedAt,
  seq: null,
  flags,
})
