// A part of the program that is fetched when it is first shown. React's `lazy` would not do: what it shows
// meanwhile stays for 300 ms at least, however soon the part is there.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

export interface LatePart<Props extends object> {
  (props: Props): ReactNode
  /** Fetches it before it is shown. */
  fetchEarly(): void
}

/**
 * @param open what fetches it: asked once, and again by the next who shows it if that failed
 * @param Meanwhile is shown until it is there
 * @returns a component that throws what the fetching failed with, for an error boundary
 */
export function late<Props extends object>(
  open: () => Promise<{ readonly default: ComponentType<Props> }>,
  Meanwhile: ComponentType,
): LatePart<Props> {
  let Part: ComponentType<Props> | undefined
  let fetching: Promise<void> | undefined

  function fetched(): Promise<void> {
    fetching ??= open().then(
      (module) => {
        Part = module.default
      },
      (error: unknown) => {
        fetching = undefined
        throw error
      },
    )
    return fetching
  }

  function Late(props: Props): ReactNode {
    const [, setThere] = useState(Part !== undefined)
    const [failure, setFailure] = useState<unknown>()
    useEffect(() => {
      // It may have come since it was drawn.
      fetched().then(() => setThere(true), setFailure)
    }, [])
    if (failure !== undefined) throw failure
    return Part === undefined ? <Meanwhile /> : <Part {...props} />
  }
  // Whoever shows it hears of a failure.
  Late.fetchEarly = () => void fetched().catch(() => undefined)
  return Late
}
