export { DataFolderUnusable } from './data-folder.ts'
export { openStores, type Stores } from './open-stores.ts'
