import { asyncApi } from './asyncapi.ts'
import { cHeader } from './c-header.ts'
import { schemas } from './json-schema.ts'

/** File name → text, for everything under generated/. */
export function generatedFiles(): Record<string, string> {
  const { telemetry, status, config } = schemas()
  return {
    'telemetry.schema.json': json(telemetry),
    'status.schema.json': json(status),
    'config.schema.json': json(config),
    'asyncapi.json': json(asyncApi()),
    'bakwacht.h': cHeader(),
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
