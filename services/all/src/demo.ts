// `npm run demo`: the main job in one go, on this machine alone.
import { DEMO_HELP, demoOptions } from './demo/options.ts'
import { rehearse } from './demo/rehearse.ts'
import { UsageError } from './deployment.ts'

try {
  const options = demoOptions(process.argv.slice(2))
  if (options.help) console.log(DEMO_HELP)
  else await run(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function run(options: ReturnType<typeof demoOptions>): Promise<void> {
  const demo = await rehearse(options, process.env, (line) => console.log(line))
  if (!options.once) await interrupted()
  await demo.stop()
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
