export { type ImportedBasemap, importBasemap, removeBasemap } from './import-basemap.ts'
export { type Basemap, type BasemapFacts, openBasemap } from './open-basemap.ts'
