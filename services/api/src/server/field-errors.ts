// What zod found wrong, as fields with what was got and what was wanted.
import type { z } from 'zod'
import type { FieldError } from './problem.ts'

const LONGEST_SHOWN = 60

type Issue = z.core.$ZodIssue
type Part = FieldError['in']

/** @param data what was validated, to show what was got */
export const fieldErrors = (
  part: Part,
  issues: readonly Issue[],
  data: unknown,
): readonly FieldError[] => issues.flatMap((issue) => errorsOf(part, issue, data))

function errorsOf(part: Part, issue: Issue, data: unknown): readonly FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      in: part,
      field: fieldName(part, [...issue.path, key]),
      got: 'a field that is unknown here',
      wanted: 'known fields only',
    }))
  const got = describe(valueAt(data, issue.path))
  return [{ in: part, field: fieldName(part, issue.path), got, wanted: wanted(issue) }]
}

const fieldName = (part: Part, path: readonly PropertyKey[]): string =>
  part === 'body' ? `/${path.map(String).join('/')}` : path.map(String).join('.')

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Short and never deep: what was sent may be nested a hundred thousand times. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'nonoptional' ? 'a value' : anOrA(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return 'options' in issue && issue.options ? oneOf(issue.options) : issue.message
    case 'too_small':
      return bound('at least', issue.origin, issue.minimum)
    case 'too_big':
      return bound('at most', issue.origin, issue.maximum)
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message
    default:
      return issue.message
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'RFC 3339 with offset, e.g. 2026-11-23T07:30:00+01:00',
  date: 'a date YYYY-MM-DD',
}

const oneOf = (values: readonly unknown[]) =>
  `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`

const anOrA = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)

function bound(words: string, origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${words} ${limit} characters`
  if (origin === 'array' || origin === 'set') return `${words} ${limit} items`
  return `${words} ${limit}`
}
