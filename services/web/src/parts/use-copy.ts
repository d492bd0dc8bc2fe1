import { useState } from 'react'
import { words } from '../language/words.ts'

/** Copies a text; `told` says whether it worked. */
export function useCopy(text: string) {
  const [told, setTold] = useState('')
  const copy = async (): Promise<void> => {
    const said = words().parts
    setTold((await isCopied(text)) ? said.copied : said.notCopied)
  }
  return { copy, told }
}

/** Pages that came without encryption have no clipboard, and browsers may refuse it. */
const isCopied = async (text: string): Promise<boolean> =>
  navigator.clipboard === undefined
    ? isCopiedByCommand(text)
    : navigator.clipboard.writeText(text).then(
        () => true,
        () => isCopiedByCommand(text),
      )

function isCopiedByCommand(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', fill, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', fill)
  }
}
