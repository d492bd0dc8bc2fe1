// A process that commits without end and says each number that was acknowledged, until it is killed.
import { item, NOON } from '../reading.fixture.ts'
import { openSqliteTelemetry } from './sqlite-telemetry.ts'

const [file = '', start = '0'] = process.argv.slice(2)
const log = { info() {}, warn() {}, error() {} }
const store = await openSqliteTelemetry({ file, clock: () => NOON, log })

let next = Number(start)
async function commitWithoutEnd(): Promise<never> {
  for (;;) {
    const number = next++
    await store.commit([item({ observedAt: NOON + number, seq: number })])
    process.stdout.write(`${number}\n`)
  }
}
await Promise.all(Array.from({ length: 20 }, commitWithoutEnd))
