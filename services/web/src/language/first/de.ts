// German for the first page.
import { shell } from '../../app/words/de.ts'
import { desk } from '../../desk/words/de.ts'
import { map } from '../../map/words/de.ts'
import { marks } from '../../marks/words/de.ts'
import { parts } from '../../parts/words/de.ts'
import type { FirstWords } from '../words.ts'

export const de: FirstWords = { desk, map, marks, parts, shell }
