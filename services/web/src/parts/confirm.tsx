import type { ReactNode } from 'react'
import { words } from '../language/words.ts'
import { Dialog } from './dialog.tsx'

interface ConfirmProps {
  /** The question, e.g. "Retire Kerkplein 3?". */
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  /** The button's words: what it does, never "OK". */
  readonly action: string
  readonly onYes: () => void
  readonly onClose: () => void
  readonly busy?: boolean
}

export const Confirm = ({ title, children, action, onYes, onClose, busy }: ConfirmProps) => (
  <Dialog title={title} onClose={onClose}>
    {children}
    <p className="choices">
      <button type="button" className="main" disabled={busy} onClick={onYes}>
        {action}
      </button>
      <button type="button" onClick={onClose}>
        {words().parts.cancel}
      </button>
    </p>
  </Dialog>
)
