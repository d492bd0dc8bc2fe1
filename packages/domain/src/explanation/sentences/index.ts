import type { Language } from '../../collection/sentences/sentences.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Explained } from './explained.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

export const explainedIn: Readonly<Record<Language, Explained>> = { en, nl, fr, de }
