import type { Run } from '@bakwacht/domain'
import { runSchemaWith, stopSchemaWith, runToWire as toWire } from '@bakwacht/wire'
import type { Reader } from '../server/language.ts'
import { reasonFor, reasonSchema } from './reason.ts'

const stopSchema = stopSchemaWith(reasonSchema).meta({ id: 'Stop' })

export const runSchema = runSchemaWith(stopSchema).meta({
  id: 'Run',
  description: "One vehicle's shift of one or more trips.",
})

export const runToWire = (run: Run, reader: Reader) => toWire(run, reasonFor(reader))
