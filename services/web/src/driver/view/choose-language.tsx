import {
  chooseLanguage,
  currentLanguage,
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
} from '../../language/language.ts'
import { words } from '../../language/words.ts'

export const ChooseLanguage = () => (
  <label className="choose-language">
    {words().driver.language}
    <select
      value={currentLanguage()}
      onChange={({ target: { value } }) => isLanguage(value) && chooseLanguage(value)}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </select>
  </label>
)
