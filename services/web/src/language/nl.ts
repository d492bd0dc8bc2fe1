// Dutch for all pages but the first, part by part.
import { container } from '../container/words/nl.ts'
import { driver } from '../driver/words/nl.ts'
import { firstRun } from '../first-run/words/nl.ts'
import { devices } from '../register/devices/words/nl.ts'
import { imports } from '../register/import/words/nl.ts'
import { register } from '../register/words/nl.ts'
import { settings } from '../settings/words/nl.ts'
import type { MoreWords } from './words.ts'

export const nl: MoreWords = { container, devices, driver, firstRun, imports, register, settings }
