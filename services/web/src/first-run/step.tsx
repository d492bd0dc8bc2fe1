import { type ReactNode, useEffect, useRef } from 'react'
import { words } from '../language/words.ts'

interface StepProps {
  readonly title: string
  readonly why: string
  readonly done: boolean
  /** The one that is open. */
  readonly now: boolean
  /** What came of it. */
  readonly result: string | undefined
  readonly children: ReactNode
  /** What may still be done once it is done. */
  readonly more?: ReactNode
}

export function Step({ title, why, done, now, result, children, more }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasNow = useRef(now)
  useEffect(() => {
    // The step before is done: whoever works by keyboard or ear goes on here.
    if (now && !wasNow.current) heading.current?.focus()
    wasNow.current = now
  }, [now])
  return (
    <li className={done ? 'done' : now ? 'now' : 'later'} aria-current={now ? 'step' : undefined}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
        {done && <span className="unseen"> – {words().firstRun.done}</span>}
      </h2>
      {done ? <p>{result}</p> : <p className="quiet">{why}</p>}
      {now && children}
      {done && more}
    </li>
  )
}
