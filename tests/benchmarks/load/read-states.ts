// Reads all current states in a process that has just begun, then again: `read-states.ts FILE`.
// Prints milliseconds as JSON: `{cold, warm}`.
import { openRegistry } from '@bakwacht/registry'

const [sqliteFile = ''] = process.argv.slice(2)
const registry = await openRegistry({ sqliteFile }, { clock: Date.now })

async function read(): Promise<number> {
  const began = performance.now()
  const states = await registry.states.all()
  if (states.length === 0) throw new Error(`no states in ${sqliteFile}`)
  return performance.now() - began
}

const cold = await read()
const warm = await read()
await registry.stop()
console.log(JSON.stringify({ cold, warm }))
