// A text that a language lacks fails the build, as it fails the check of types.
import type { Plugin } from 'vite'
import { de } from '../src/language/de.ts'
import { en } from '../src/language/en.ts'
import { de as firstDe } from '../src/language/first/de.ts'
import { en as firstEn } from '../src/language/first/en.ts'
import { fr as firstFr } from '../src/language/first/fr.ts'
import { nl as firstNl } from '../src/language/first/nl.ts'
import { fr } from '../src/language/fr.ts'
import { nl } from '../src/language/nl.ts'
import { missingKeys } from './missing-keys.ts'

const ENGLISH = { ...firstEn, ...en }
const OTHERS = {
  nl: { ...firstNl, ...nl },
  fr: { ...firstFr, ...fr },
  de: { ...firstDe, ...de },
}

export const sameWords: Plugin = {
  name: 'same-words',
  buildStart() {
    const missing = Object.entries(OTHERS).flatMap(([language, said]) =>
      missingKeys(ENGLISH, said).map((key) => `${language}: ${key}`),
    )
    if (missing.length > 0) this.error(`words are missing: ${missing.join(', ')}`)
  },
}
