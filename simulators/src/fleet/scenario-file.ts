// Reads a scenario from JSON. Every mistake is named with its path, all together.
import { readJsonFile } from '../json-file.ts'
import type { Scenario } from './scenario.ts'

type Check = (value: unknown, path: string) => string[]

/** @throws Error that names everything wrong with the file */
export function readScenario(file: string): Scenario {
  const scenario = readJsonFile(file, 'demo, or a scenario as JSON')
  const faults = scenarioShape(scenario, 'scenario')
  if (faults.length > 0) throw new Error(`${file}: ${faults.join('; ')}`)
  return scenario as Scenario
}

const numberFrom =
  (low: number): Check =>
  (value, path) =>
    typeof value === 'number' && value >= low
      ? []
      : [`${path}: got ${JSON.stringify(value)}, wanted a number of at least ${low}`]

const yesOrNo: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [`${path}: got ${JSON.stringify(value)}, wanted true or false`]

const clock: Check = (value, path) =>
  typeof value === 'string' && /^([01]\d|2[0-4]):[0-5]\d$/.test(value)
    ? []
    : [`${path}: got ${JSON.stringify(value)}, wanted a time like 08:30`]

const numberOrRange: Check = (value, path) =>
  Array.isArray(value)
    ? value.length === 2
      ? value.flatMap((item, at) => numberFrom(0)(item, `${path}[${at}]`))
      : [`${path}: got ${value.length} numbers, wanted a low and a high one`]
    : numberFrom(0)(value, path)

const listOf =
  (item: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, at) => item(each, `${path}[${at}]`))
      : [`${path}: wanted a list`]

const record =
  (
    required: Readonly<Record<string, Check>>,
    optional: Readonly<Record<string, Check>> = {},
  ): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [`${path}: wanted an object`]
    const known = { ...required, ...optional }
    const missing = Object.keys(required).filter((key) => !(key in value))
    return [
      ...missing.map((key) => `${path}.${key}: missing`),
      ...Object.entries(value).flatMap(([key, each]) =>
        Object.hasOwn(known, key)
          ? (known[key]?.(each, `${path}.${key}`) ?? [])
          : [`${path}.${key}: not known`],
      ),
    ]
  }

const binStory = record(
  { fill_pct: numberOrRange, emptied_days_ago: numberOrRange },
  {
    count: numberFrom(1),
    leak_m2: numberFrom(0),
    bags: listOf(
      record({ hours_before_end: numberFrom(0), count: numberFrom(1) }, { wet: yesOrNo }),
    ),
    silent_days: numberFrom(0),
    no_echo_days: numberFrom(0),
    low_battery: yesOrNo,
    no_sensor: yesOrNo,
    access: record({ days: listOf(numberFrom(1)), from: clock, to: clock }),
  },
)

const scenarioShape = record({
  rain: listOf(
    record({ hours_before_end: numberFrom(0), hours: numberFrom(0), mm_per_h: numberFrom(0) }),
  ),
  stories: listOf(binStory),
  others: binStory,
})
