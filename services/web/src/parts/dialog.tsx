import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../language/words.ts'
import './dialog.css'

interface DialogProps {
  readonly title: string
  /** Closed by its button, by Escape; the owner then takes it off the page. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Open while it is on the page. The focus goes in, stays in, and returns to where it came from. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" aria-label={words().parts.close} onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  )
}
