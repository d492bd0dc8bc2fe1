export { DataFolderUnusable } from './data-folder.ts'
export { openStores, type Stores } from './open-stores.ts'
export { addReadingMetrics } from './reading-metrics.ts'
