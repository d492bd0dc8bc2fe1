// German for all pages but the first, part by part.
import { container } from '../container/words/de.ts'
import { driver } from '../driver/words/de.ts'
import { firstRun } from '../first-run/words/de.ts'
import { devices } from '../register/devices/words/de.ts'
import { imports } from '../register/import/words/de.ts'
import { register } from '../register/words/de.ts'
import { settings } from '../settings/words/de.ts'
import type { MoreWords } from './words.ts'

export const de: MoreWords = { container, devices, driver, firstRun, imports, register, settings }
