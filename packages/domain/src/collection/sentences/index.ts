import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { Language, Sentences } from './sentences.ts'

export const sentencesIn: Readonly<Record<Language, Sentences>> = { en, nl, fr, de }
