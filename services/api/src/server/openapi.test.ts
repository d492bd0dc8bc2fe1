import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly unknown[]
  readonly 'x-roles'?: readonly string[]
  readonly parameters?: readonly {
    in: string
    name: string
    description?: string
    schema: unknown
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: unknown }>> }
  readonly responses: Readonly<
    Record<string, { description?: string; content?: Record<string, { schema: unknown }> }>
  >
}

// biome-ignore lint/suspicious/noExplicitAny: a JSON document
let document: any
let operations: [name: string, operation: Operation][]

beforeAll(async () => {
  await using t = await openApi()
  document = (await t.ask('GET', '/api/openapi.json', { token: null })).json
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation],
    ),
  )
})

test('it is OpenAPI 3.1 with all of its references inside', () => {
  expect(document.openapi).toBe('3.1.0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, to]) => to,
  )
  expect(references.length).toBeGreaterThan(50)
  for (const reference of new Set(references)) {
    const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(reference ?? '') ?? []
    expect(document.components.schemas, reference).toHaveProperty(name ?? 'no name')
  }
})

test('every operation has a summary, a tag, roles, and a described answer for success and failure', () => {
  expect(operations.length).toBeGreaterThan(55)
  for (const [name, operation] of operations) {
    expect(operation.summary, name).toMatch(/\w{3}/)
    expect(operation.tags, name).toHaveLength(1)
    expect(operation['x-roles'], name).not.toEqual([])
    expect(operation.security, name).toHaveLength(operation['x-roles']?.[0] === 'public' ? 0 : 2)
    const statuses = Object.keys(operation.responses)
    expect(statuses, name).toContain('default')
    expect(
      statuses.some((status) => status.startsWith('2')),
      name,
    ).toBe(true)
    for (const [status, { description, content }] of Object.entries(operation.responses)) {
      expect(description, `${name} ${status}`).not.toMatch(/^(Default Response)?$/)
      const empty = status === '204' || status === '304'
      expect(content === undefined, `${name} ${status}`).toBe(empty)
    }
  }
})

test('every path parameter is declared, and every query parameter is described', () => {
  for (const [name, { parameters = [] }] of operations) {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
    const declared = parameters.filter((one) => one.in === 'path').map((one) => one.name)
    expect(declared.sort(), name).toEqual(inPath.sort())
    for (const parameter of parameters)
      if (parameter.in !== 'path')
        expect(parameter.description, `${name} ${parameter.name}`).toBeTruthy()
  }
})

test('every schema in it is a valid JSON Schema, and its examples fit', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  ajv.addSchema({ $id: 'bakwacht', components: document.components })
  const compile = (schema: unknown) =>
    ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"bakwacht#/components')),
    )
  for (const [name, schema] of Object.entries<{ examples?: unknown[] }>(
    document.components.schemas,
  )) {
    const validate = compile({ $ref: `#/components/schemas/${name}` })
    for (const example of schema.examples ?? [])
      expect(validate(example), `${name}: ${ajv.errorsText(validate.errors)}`).toBe(true)
  }
  for (const [, { parameters = [], requestBody, responses }] of operations)
    for (const schema of [
      ...parameters.map((parameter) => parameter.schema),
      ...[requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}).map((media) => media.schema),
      ),
    ])
      expect(() => compile(schema)).not.toThrow()
})

test('the readable page loads from this server alone', async () => {
  await using t = await openApi()
  const page = await t.ask('GET', '/api/docs', { token: null })
  expect(page.text).toContain('/api/docs/swagger-ui-bundle.js')
  expect(page.text).not.toMatch(/https?:/)
  for (const [, file = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const { status, text } = await t.ask('GET', file, { token: null })
    expect({ file, status, empty: text.length === 0 }).toEqual({ file, status: 200, empty: false })
  }
})
