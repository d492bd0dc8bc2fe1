import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { generatedFiles } from './generated-files.ts'

const folder = join(import.meta.dirname, '../..')
const files = generatedFiles()

test.for(Object.keys(files))('%s is what the schemas say now (else: npm run contracts)', (name) => {
  expect(readFileSync(join(folder, 'generated', name), 'utf8')).toBe(files[name])
})

const validator = () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  return ajv.compile(JSON.parse(files['telemetry.schema.json'] ?? ''))
}

test('the JSON Schema accepts what the decoder accepts', () => {
  const validate = validator()
  for (const name of ['full', 'no-clock', 'no-echo', 'back-fill', 'unknown-key']) {
    const text = readFileSync(join(folder, `examples/valid/${name}.json`), 'utf8')
    expect(validate(JSON.parse(text)), name).toBe(true)
  }
})

test('the JSON Schema refuses what the decoder refuses', () => {
  const validate = validator()
  const refused = [
    'wrong-version',
    'text-for-a-number',
    'no-measurement',
    'bad-items',
    'empty-array',
  ]
  for (const name of refused) {
    const text = readFileSync(join(folder, `examples/invalid/${name}.json`), 'utf8')
    expect(validate(JSON.parse(text)), name).toBe(false)
  }
})

test('every reference in the AsyncAPI document leads somewhere', () => {
  const document = JSON.parse(files['asyncapi.json'] ?? '')
  const { schema: _, ...rest } = document.components.messages.telemetry.payload
  expect(rest.schemaFormat).toContain('json')
  const { channels, operations, components } = document
  const { telemetry: _telemetry, status: _status, config: _config, ...events } = components.messages
  const referring = JSON.stringify([channels, operations, components.schemas, events])
  const references = [...referring.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(references.length).toBeGreaterThan(10)
  for (const path of references) {
    const target = path.split('/').reduce((node, key) => node?.[key], document)
    expect(target, path).toBeDefined()
  }
})
