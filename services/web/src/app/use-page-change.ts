// A new page without a new document: its heading becomes the window's title, and the focus goes there.
import { type RefObject, useEffect, useRef } from 'react'

/** @returns for the element that holds the page */
export function usePageChange(path: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  const wentBack = useRef(false)

  useEffect(() => {
    const note = () => {
      wentBack.current = true
    }
    addEventListener('popstate', note)
    return () => removeEventListener('popstate', note)
  }, [])

  useEffect(() => {
    const page = main.current
    if (page === null) return
    let isNew = shown.current !== path
    shown.current = path
    // Back and forward return to where one was.
    if (isNew && !wentBack.current) scrollTo(0, 0)
    wentBack.current = false

    const look = () => {
      const heading = page.querySelector('h1')
      if (heading === null) return
      const title = `${heading.textContent} · Bakwacht`
      if (document.title !== title) document.title = title
      if (!isNew) return
      isNew = false
      if (page.contains(document.activeElement) && document.activeElement !== page) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    look()
    // A heading may come late: with its part of the program, or with its data.
    const observer = new MutationObserver(look)
    observer.observe(page, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [path])

  return main
}
