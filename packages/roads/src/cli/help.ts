export const HELP = `npm run roads -- import FILE.osm.pbf [--data-dir DIR]   make FILE the map in use
npm run roads -- ground FILE.osm.pbf [--data-dir DIR]   make it what pages draw, without roads for plans
npm run roads -- install [--data-dir DIR]               install Valhalla alone, for tiles built elsewhere
npm run roads -- status [--data-dir DIR]                which map is in use, and how many pairs are known
npm run roads -- remove [--data-dir DIR]                take both, Valhalla and known pairs away

FILE is an extract of OpenStreetMap, for instance of a province. The first import downloads Valhalla (280 MB).
DIR is the backend's data folder: BAKWACHT_DATA_DIR, or else ./data. A running backend takes the map for its next plan.
Exit codes: 0 done, 1 failed, 2 wrong usage. More in docs/roads.md.
`
