// `npm start [-- SERVICE]`. Everything else is loaded once compiled code is kept from one start to the
// next, its threads' too: stripping types and compiling is half of what a start costs.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

process.env.NODE_COMPILE_CACHE ??= join(
  import.meta.dirname,
  '../../../node_modules/.cache/compiled',
)
enableCompileCache()
const { run } = await import('./run.ts')
await run(process.argv.slice(2))
