// French, part by part.
import { shell } from '../app/words/fr.ts'
import { container } from '../container/words/fr.ts'
import { desk } from '../desk/words/fr.ts'
import { driver } from '../driver/words/fr.ts'
import { firstRun } from '../first-run/words/fr.ts'
import { map } from '../map/words/fr.ts'
import { marks } from '../marks/words/fr.ts'
import { parts } from '../parts/words/fr.ts'
import { devices } from '../register/devices/words/fr.ts'
import { imports } from '../register/import/words/fr.ts'
import { register } from '../register/words/fr.ts'
import { settings } from '../settings/words/fr.ts'
import type { Words } from './words.ts'

export const fr: Words = {
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
