import type { z } from 'zod'
import { RoutingFileError } from '../routing-file-error.ts'
import { checkConsistency } from './consistency.ts'
import { jsonFaultLine } from './json-fault-line.ts'
import { type VroomInput, vroomInput } from './vroom-input.ts'

/** @throws RoutingFileError naming the path, e.g. `jobs[3].service` */
export function parseVroom(file: string, text: string): VroomInput {
  const json = parseJson(file, text)
  const parsed = vroomInput.safeParse(json)
  if (!parsed.success) throw faultOf(file, json, parsed.error.issues[0])
  const input = parsed.data.matrices === undefined ? withoutIndices(parsed.data) : parsed.data
  checkConsistency(input, (path, got, wanted) => {
    throw new RoutingFileError(file, path, got, wanted)
  })
  return input
}

/** Without matrices an index points at nothing. */
const withoutIndices = ({ jobs, vehicles, ...rest }: VroomInput): VroomInput => ({
  ...rest,
  jobs: jobs.map(({ location_index, ...job }) => job),
  vehicles: vehicles.map(({ start_index, end_index, unloads, ...vehicle }) => ({
    ...vehicle,
    unloads: unloads.map(({ location_index, ...place }) => place),
  })),
})

function parseJson(file: string, text: string): unknown {
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    const line = jsonFaultLine(json)
    throw new RoutingFileError(file, `line ${line}`, json.split('\n')[line - 1]?.trim(), 'JSON')
  }
}

function faultOf(file: string, json: unknown, issue: z.core.$ZodIssue | undefined) {
  const path = issue?.path ?? []
  let got = json
  for (const key of path) got = (got as Record<PropertyKey, unknown> | undefined)?.[key]
  return new RoutingFileError(file, pathText(path), got, issue?.message ?? 'VROOM input')
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : `${text}${text === '' ? '' : '.'}${String(key)}`,
    '',
  ) || 'the whole'
