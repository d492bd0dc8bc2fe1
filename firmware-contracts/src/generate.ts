// Writes everything under generated/ from the zod schemas: `npm run contracts`.
// A test fails when what is checked in is not what this would write.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedFiles } from './generate/generated-files.ts'

const folder = join(import.meta.dirname, '../generated')
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(generatedFiles())) writeFileSync(join(folder, name), text)
