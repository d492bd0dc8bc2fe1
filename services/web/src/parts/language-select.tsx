import {
  chooseLanguage,
  currentLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
} from '../language/language.ts'

interface LanguageSelectProps {
  /** Where no visible label names it, */
  readonly label?: string
  /** and where one does. */
  readonly id?: string
}

/** Each language by its own name. */
export const LanguageSelect = ({ label, id }: LanguageSelectProps) => (
  <select
    id={id}
    aria-label={label}
    value={currentLanguage()}
    onChange={({ target: { value } }) => isLanguage(value) && chooseLanguage(value)}
  >
    {LANGUAGES.map((language) => (
      <option key={language} value={language} lang={language}>
        {LANGUAGE_NAMES[language]}
      </option>
    ))}
  </select>
)
