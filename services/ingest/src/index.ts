export type { IngestCounts } from './ingest-counts.ts'
export { keepMosquittoAccounts } from './mosquitto/keep-accounts.ts'
export { createIngest, type Ingest, type IngestDependencies } from './service.ts'
export { retireIngest, startIngest } from './start.ts'
