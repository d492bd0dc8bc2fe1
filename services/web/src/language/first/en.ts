// English for the first page; the measure for the other languages.
import { shell } from '../../app/words/en.ts'
import { desk } from '../../desk/words/en.ts'
import { map } from '../../map/words/en.ts'
import { marks } from '../../marks/words/en.ts'
import { parts } from '../../parts/words/en.ts'

export const en = { desk, map, marks, parts, shell }
