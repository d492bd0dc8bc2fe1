export { basemapBytes, removeBasemap } from './basemap-file.ts'
export { type CutBasemap, cutBasemap } from './cut-basemap.ts'
export { type Basemap, type BasemapFacts, openBasemap } from './open-basemap.ts'
