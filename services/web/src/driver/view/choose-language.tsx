import { useId } from 'react'
import { words } from '../../language/words.ts'
import { LanguageSelect } from '../../parts/language-select.tsx'

export function ChooseLanguage() {
  const id = useId()
  return (
    <label className="choose-language" htmlFor={id}>
      {words().driver.language}
      <LanguageSelect id={id} />
    </label>
  )
}
