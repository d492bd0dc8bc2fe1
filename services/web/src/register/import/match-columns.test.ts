import { expect, test } from 'vitest'
import { guessColumns, type ImportField } from './match-columns.ts'
import { readFile } from './read-file.ts'

function guessed(text: string): Partial<Record<ImportField, string>> {
  const read = readFile(text)
  if (read.kind !== 'table') throw new Error(read.why)
  const matching = Object.entries(guessColumns(read.table))
  return Object.fromEntries(matching.map(([field, at]) => [field, read.table.columns[at]]))
}

test.each([
  [
    'Naam;Breedtegraad;Lengtegraad;Inhoud (liter);Gemeente\nKerk;50,8;4,7;2200;Leuven',
    {
      name: 'Naam',
      lat: 'Breedtegraad',
      lon: 'Lengtegraad',
      capacity_l: 'Inhoud (liter)',
      municipality: 'Gemeente',
    },
  ],
  [
    'Numéro,Nom,Latitude,Longitude,Capacité\n7,Église,50.6,5.5,1800',
    { id: 'Numéro', name: 'Nom', lat: 'Latitude', lon: 'Longitude', capacity_l: 'Capacité' },
  ],
  [
    'Kennung;Bezeichnung;Breite;Länge;Volumen\na;Markt;50,7;6,0;2500',
    { id: 'Kennung', name: 'Bezeichnung', lat: 'Breite', lon: 'Länge', capacity_l: 'Volumen' },
  ],
  [
    'Code,Address,Location\nb1,Main street 1,"50.88, 4.70"',
    { id: 'Code', name: 'Address', place: 'Location' },
  ],
  [
    'id,name,lon,lat,capacity_l,active\na,A,4.7,50.8,2200,true',
    { id: 'id', name: 'name', lon: 'lon', lat: 'lat', capacity_l: 'capacity_l', active: 'active' },
  ],
] as const)('columns are known by their names: %s', (file, columns) => {
  expect(guessed(file)).toEqual(columns)
})

test('a GeoJSON file gives places by its points, and names by what is called location', () => {
  const file = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [4.35, 52.09] },
        properties: { id: '108369', location: 'Haverkamp', fraction: 'textiel' },
      },
    ],
  })
  expect(guessed(file)).toEqual({ lon: 'lon', lat: 'lat', id: 'id', name: 'location' })
})
