// English for all pages but the first, part by part; the measure for the other languages.
import { container } from '../container/words/en.ts'
import { driver } from '../driver/words/en.ts'
import { firstRun } from '../first-run/words/en.ts'
import { devices } from '../register/devices/words/en.ts'
import { imports } from '../register/import/words/en.ts'
import { register } from '../register/words/en.ts'
import { settings } from '../settings/words/en.ts'

export const en = { container, devices, driver, firstRun, imports, register, settings }
