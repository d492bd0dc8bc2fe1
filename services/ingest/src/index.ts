export type { IngestCounts } from './ingest-counts.ts'
export { createIngest, type Ingest, type IngestDependencies } from './service.ts'
export { retireIngest, startIngest } from './start.ts'
