import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { analysisSchema } from './analysis-schema.ts'

const docs = join(import.meta.dirname, '../../../../docs')

test('the documented JSON Schema is the one that results are made by', () => {
  const documented = JSON.parse(readFileSync(join(docs, 'analyse.schema.json'), 'utf8'))
  expect(documented).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(analysisSchema))))
})

test('every field of the result has its place in the documentation', () => {
  const text = readFileSync(join(docs, 'analyse.md'), 'utf8')
  const names = [...JSON.stringify(z.toJSONSchema(analysisSchema)).matchAll(/"(\w+)":\{/g)]
    .map(([, name = '']) => name)
    .filter(
      (name) => !['properties', 'items', 'additionalProperties', 'propertyNames'].includes(name),
    )
  expect(names.length).toBeGreaterThan(30)
  for (const name of new Set(names)) expect(text).toContain(`\`${name}\``)
})
