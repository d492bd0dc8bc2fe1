// English, part by part; the measure for the other languages.
import { shell } from '../app/words/en.ts'
import { container } from '../container/words/en.ts'
import { desk } from '../desk/words/en.ts'
import { driver } from '../driver/words/en.ts'
import { firstRun } from '../first-run/words/en.ts'
import { map } from '../map/words/en.ts'
import { marks } from '../marks/words/en.ts'
import { parts } from '../parts/words/en.ts'
import { devices } from '../register/devices/words/en.ts'
import { imports } from '../register/import/words/en.ts'
import { register } from '../register/words/en.ts'
import { settings } from '../settings/words/en.ts'

export const en = {
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
