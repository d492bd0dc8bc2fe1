// What the pages say, in all four languages: as they are written, with what is held together on screen.
import { de as moreDe } from '../../../services/web/src/language/de.ts'
import { en as moreEn } from '../../../services/web/src/language/en.ts'
import { de } from '../../../services/web/src/language/first/de.ts'
import { en } from '../../../services/web/src/language/first/en.ts'
import { fr } from '../../../services/web/src/language/first/fr.ts'
import { nl } from '../../../services/web/src/language/first/nl.ts'
import { fr as moreFr } from '../../../services/web/src/language/fr.ts'
import { nl as moreNl } from '../../../services/web/src/language/nl.ts'
import { allHeldTogether } from '../../../services/web/src/language/typography.ts'
import type { Words } from '../../../services/web/src/language/words.ts'

export const SAID: Readonly<Record<'en' | 'nl' | 'fr' | 'de', Words>> = {
  en: allHeldTogether({ ...en, ...moreEn }, 'en'),
  nl: allHeldTogether({ ...nl, ...moreNl }, 'nl'),
  fr: allHeldTogether({ ...fr, ...moreFr }, 'fr'),
  de: allHeldTogether({ ...de, ...moreDe }, 'de'),
}
