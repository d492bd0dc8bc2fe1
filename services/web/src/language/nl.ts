// Dutch, part by part.
import { shell } from '../app/words/nl.ts'
import { container } from '../container/words/nl.ts'
import { desk } from '../desk/words/nl.ts'
import { driver } from '../driver/words/nl.ts'
import { firstRun } from '../first-run/words/nl.ts'
import { map } from '../map/words/nl.ts'
import { marks } from '../marks/words/nl.ts'
import { parts } from '../parts/words/nl.ts'
import { devices } from '../register/devices/words/nl.ts'
import { imports } from '../register/import/words/nl.ts'
import { register } from '../register/words/nl.ts'
import { settings } from '../settings/words/nl.ts'
import type { Words } from './words.ts'

export const nl: Words = {
  container,
  desk,
  devices,
  driver,
  firstRun,
  imports,
  map,
  marks,
  parts,
  register,
  settings,
  shell,
}
