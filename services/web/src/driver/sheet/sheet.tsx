import type { ReactNode } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'

export interface SheetProps {
  readonly onClose: () => void
  /** The planner has taken the stop out meanwhile: said here, as nothing may be moved away under a thumb. */
  readonly isTakenOut: boolean
}

/** What an answer is begun on. */
export const Sheet = ({
  title,
  isTakenOut,
  onClose,
  children,
}: SheetProps & { readonly title: string; readonly children: ReactNode }) => (
  <Dialog title={title} onClose={onClose}>
    <div role="status">{isTakenOut && <p className="notice">{words().driver.takenOut}</p>}</div>
    {children}
  </Dialog>
)
