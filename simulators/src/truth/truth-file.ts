// Ground truth as JSON lines: what really lay in every bin at every full hour, and what happened.
import { closeSync, openSync, writeSync } from 'node:fs'
import type { FaultName } from '../fault/list.ts'
import type { Bin, BinEvent, BinWitness } from '../world/bin.ts'
import type { Outdoor } from '../world/weather.ts'

const FLUSH_CHARS = 64 * 1024

export class TruthFile implements BinWitness {
  readonly #file: number
  #pending = ''

  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  hour(bin: Bin, at: number, outdoor: Outdoor): void {
    const { litres, kg } = bin.contents
    const { tempC, absHumidityGPerM3, freeWaterKg } = bin.climate
    this.#line({
      kind: 'hour',
      at: new Date(at).toISOString(),
      container_id: bin.id,
      litres: rounded(litres, 1),
      kg: rounded(kg, 2),
      fill_pct: rounded(100 * bin.fillFraction, 1),
      level_pct: rounded(100 * bin.level, 1),
      temp_c: rounded(tempC, 2),
      rh_pct: rounded(bin.rhPct, 1),
      abs_humidity_g_per_m3: rounded(absHumidityGPerM3, 2),
      free_water_kg: rounded(freeWaterKg, 2),
      outdoor_temp_c: rounded(outdoor.tempC, 2),
      outdoor_rh_pct: rounded(outdoor.rhPct, 1),
      outdoor_abs_humidity_g_per_m3: rounded(outdoor.absHumidityGPerM3, 2),
      rain_mm_per_h: rounded(outdoor.rainMmPerH, 2),
    })
  }

  event(binId: string, at: number, event: BinEvent): void {
    const { event: name, ...detail } = event
    const numbers = Object.entries(detail).map(([key, value]) => [snake(key), rounded(value, 2)])
    this.#line({
      kind: 'event',
      at: new Date(at).toISOString(),
      container_id: binId,
      event: name,
      ...Object.fromEntries(numbers),
    })
  }

  fault(
    deviceId: string,
    at: number,
    fault: FaultName,
    detail: Readonly<Record<string, number | string>>,
  ): void {
    const time = new Date(at).toISOString()
    this.#line({ kind: 'fault', at: time, device_id: deviceId, fault, ...detail })
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #line(value: object): void {
    this.#pending += `${JSON.stringify(value)}\n`
    if (this.#pending.length >= FLUSH_CHARS) this.#flush()
  }

  #flush(): void {
    writeSync(this.#file, this.#pending)
    this.#pending = ''
  }
}

const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
