// The examples are what a firmware author copies: each does what its name says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseTelemetry } from './parse.ts'

const folder = join(import.meta.dirname, '../examples')
const parseFile = (file: string) => parseTelemetry(readFileSync(join(folder, file)))

describe('every valid example', () => {
  test.for(readdirSync(join(folder, 'valid')))('%s is accepted whole', (file) => {
    const parsed = parseFile(`valid/${file}`)
    const kinds: string[] =
      parsed.kind === 'message' ? parsed.items.map((item) => item.kind) : [parsed.reason.message]
    expect(new Set(kinds)).toEqual(new Set(['reading']))
  })
})

describe('every invalid example', () => {
  type Expected = string | Record<string, string>
  const expected: Record<string, Expected> = JSON.parse(
    readFileSync(join(folder, 'invalid/expected.json'), 'utf8'),
  )

  test('has an expected reason, and every reason its example', () => {
    const files = readdirSync(join(folder, 'invalid')).filter((file) => file !== 'expected.json')
    expect(Object.keys(expected).sort()).toEqual(files.sort())
  })

  test.for(Object.keys(expected))('%s is refused for its reason', (file) => {
    const reasons = expected[file]
    const parsed = parseFile(`invalid/${file}`)
    if (parsed.kind === 'rejected') return expect(parsed.reason.code).toBe(reasons)
    const refused = parsed.items.filter((item) => item.kind === 'rejected')
    expect(Object.fromEntries(refused.map((item) => [item.index, item.reason.code]))).toEqual(
      reasons,
    )
  })
})

describe('the same reading', () => {
  test.for(['full', 'back-fill'])('%s means the same as JSON and as CBOR', (name) => {
    expect(parseFile(`valid/${name}.cbor`)).toEqual(parseFile(`valid/${name}.json`))
  })
})
