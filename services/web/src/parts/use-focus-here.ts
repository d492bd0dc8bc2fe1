import { type RefObject, useEffect, useRef } from 'react'

/** What has just come in place of something else takes the focus: whoever works by keyboard or ear goes on here. */
export function useFocusHere<Part extends HTMLElement>(): RefObject<Part | null> {
  const here = useRef<Part>(null)
  useEffect(() => {
    here.current?.focus()
  }, [])
  return here
}
