// French for the first page.
import { shell } from '../../app/words/fr.ts'
import { desk } from '../../desk/words/fr.ts'
import { map } from '../../map/words/fr.ts'
import { marks } from '../../marks/words/fr.ts'
import { parts } from '../../parts/words/fr.ts'
import type { FirstWords } from '../words.ts'

export const fr: FirstWords = { desk, map, marks, parts, shell }
