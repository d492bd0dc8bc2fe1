// `node services/ingest/src/main.ts [--retire]`
import { runService, type Surroundings } from '@bakwacht/runtime'
import { retireIngest, startIngest } from './start.ts'

async function retire(surroundings: Surroundings): Promise<never> {
  await retireIngest(surroundings)
  process.exit(0)
}

await runService('ingest', process.argv.includes('--retire') ? retire : startIngest)
