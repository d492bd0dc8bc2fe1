export { type Basemap, type BasemapFacts, openBasemap } from './open-basemap.ts'
