import { type RefObject, useEffect, useRef } from 'react'

/**
 * What stands on the screen is another thing: who does not see it is led to its heading.
 * @param shown names what is on the screen
 * @returns for the element around it
 */
export function useFocusOnHeading(shown: string): RefObject<HTMLElement | null> {
  const around = useRef<HTMLElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    around.current?.querySelector('h1')?.focus()
  }, [shown])
  return around
}
