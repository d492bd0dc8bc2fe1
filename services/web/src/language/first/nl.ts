// Dutch for the first page.
import { shell } from '../../app/words/nl.ts'
import { desk } from '../../desk/words/nl.ts'
import { map } from '../../map/words/nl.ts'
import { marks } from '../../marks/words/nl.ts'
import { parts } from '../../parts/words/nl.ts'
import type { FirstWords } from '../words.ts'

export const nl: FirstWords = { desk, map, marks, parts, shell }
