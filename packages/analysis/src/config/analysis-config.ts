// The configuration file: which column is what, and what is known of the containers.
import { recordedFields } from '@bakwacht/firmware-contracts'
import { z } from 'zod'
import { InputError } from '../input-error.ts'

const zones = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const distanceMm = z
  .number({ error: 'wanted millimetres' })
  .positive({ error: 'wanted more than 0' })

const ofDevice = {
  empty_distance_mm: distanceMm.optional(),
  full_distance_mm: distanceMm.optional(),
  timezone: z
    .string()
    .refine(zones, { error: 'wanted an IANA time zone such as Europe/Brussels' })
    .optional(),
  mould_class: z
    .enum(['very_sensitive', 'sensitive', 'medium_resistant', 'resistant'], {
      error: 'wanted very_sensitive, sensitive, medium_resistant or resistant',
    })
    .optional(),
  mould_cmat: z
    .number({ error: 'wanted a number of 0 … 1' })
    .min(0, { error: 'wanted at least 0' })
    .max(1, { error: 'wanted at most 1' })
    .optional(),
}

const columnNames = ['device', 'ts', ...Object.keys(recordedFields)]

const column = z.union(
  [
    z.string().min(1),
    z.strictObject({
      column: z.string().min(1),
      scale: z.number().default(1),
      offset: z.number().default(0),
    }),
  ],
  { error: 'wanted the name of a column, or {column, scale, offset}' },
)

const columns = z.record(z.string(), column).superRefine((map, context) => {
  for (const name of Object.keys(map))
    if (!columnNames.includes(name))
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `no such field; there are ${columnNames.join(', ')}`,
      })
})

const analysisConfig = z.strictObject({
  columns: columns.default({}),
  ...ofDevice,
  devices: z.record(z.string(), z.strictObject(ofDevice)).default({}),
})

export type AnalysisConfig = z.infer<typeof analysisConfig>
export type ColumnMapping = AnalysisConfig['columns'][string]

export type MouldClassName = NonNullable<AnalysisConfig['mould_class']>

/** What is assumed of one device's container. */
export interface DeviceConfig {
  readonly emptyDistanceMm: number | null
  readonly fullDistanceMm: number | null
  readonly timezone: string
  readonly mouldClass: MouldClassName
  readonly mouldCmat: number
}

/**
 * @param text JSON; undefined: no file was given
 * @throws InputError that names every mistake
 */
export function parseConfig(text: string | undefined, file: string): AnalysisConfig {
  const parsed = analysisConfig.safeParse(text === undefined ? {} : jsonIn(text, file))
  if (parsed.success) {
    const faults = distanceFaults(parsed.data)
    if (faults.length > 0) throw new InputError(faultsIn(file, faults))
    return parsed.data
  }
  throw new InputError(faultsIn(file, parsed.error.issues.map(sentenceOf)))
}

export function configOf(device: string, config: AnalysisConfig): DeviceConfig {
  const own = Object.hasOwn(config.devices, device) ? config.devices[device] : undefined
  const { empty_distance_mm, full_distance_mm, timezone, mould_class, mould_cmat } = {
    ...config,
    ...own,
  }
  return {
    emptyDistanceMm: empty_distance_mm ?? null,
    fullDistanceMm: full_distance_mm ?? null,
    timezone: timezone ?? 'Europe/Brussels',
    mouldClass: mould_class ?? 'very_sensitive',
    mouldCmat: mould_cmat ?? 0.5,
  }
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new InputError(`${file}: no JSON: ${error instanceof Error ? error.message : error}`)
  }
}

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return `${place === '' ? '' : `${place}: `}unknown ${issue.keys.join(', ')}`
  return place === '' ? issue.message : `${place}: ${issue.message}`
}

/** Empty is farther than full, for every device that has both. */
function distanceFaults(config: AnalysisConfig): string[] {
  return ['', ...Object.keys(config.devices)].flatMap((device) => {
    const { emptyDistanceMm: empty, fullDistanceMm: full } = configOf(device, config)
    if (empty === null || full === null || empty > full) return []
    const place = device === '' ? '' : `devices.${device}: `
    return `${place}empty_distance_mm: got ${empty}, wanted more than full_distance_mm, ${full}`
  })
}

const faultsIn = (file: string, faults: readonly string[]): string =>
  faults.map((fault) => `${file}: ${fault}`).join('\n')
