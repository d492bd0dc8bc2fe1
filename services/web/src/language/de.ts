// German, part by part.
import { shell } from '../app/words/de.ts'
import { container } from '../container/words/de.ts'
import { desk } from '../desk/words/de.ts'
import { driver } from '../driver/words/de.ts'
import { firstRun } from '../first-run/words/de.ts'
import { map } from '../map/words/de.ts'
import { marks } from '../marks/words/de.ts'
import { parts } from '../parts/words/de.ts'
import { devices } from '../register/devices/words/de.ts'
import { imports } from '../register/import/words/de.ts'
import { register } from '../register/words/de.ts'
import { settings } from '../settings/words/de.ts'
import type { Words } from './words.ts'

export const de: Words = {
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
