// French for all pages but the first, part by part.
import { container } from '../container/words/fr.ts'
import { driver } from '../driver/words/fr.ts'
import { firstRun } from '../first-run/words/fr.ts'
import { devices } from '../register/devices/words/fr.ts'
import { imports } from '../register/import/words/fr.ts'
import { register } from '../register/words/fr.ts'
import { settings } from '../settings/words/fr.ts'
import type { MoreWords } from './words.ts'

export const fr: MoreWords = { container, devices, driver, firstRun, imports, register, settings }
