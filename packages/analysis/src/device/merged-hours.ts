import { type HourlyDay, hasValues, hourValues, setHour } from '@bakwacht/domain'

/** Hours of UTC days that come in parts; what comes later of an hour stands for all of it. */
export class MergedHours {
  readonly #days = new Map<number, HourlyDay>()

  get days(): ReadonlyMap<number, HourlyDay> {
    return this.#days
  }

  add(parts: ReadonlyMap<number, HourlyDay>): void {
    for (const [day, part] of parts) {
      const whole = this.#days.get(day)
      if (whole === undefined) this.#days.set(day, part)
      else copyHours(part, whole)
    }
  }
}

function copyHours(from: HourlyDay, to: HourlyDay): void {
  for (let hour = 0; hour < 24; hour++) {
    const values = hourValues(from, hour)
    if (hasValues(values)) setHour(to, hour, values)
  }
}
