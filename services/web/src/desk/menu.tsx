// A button that opens a list of choices: in the top layer, by mouse and by keys.
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react'
import './menu.css'

interface MenuProps {
  /** The button's name. */
  readonly label: string
  /** What the button shows; without it, three dots. */
  readonly face?: ReactNode
  readonly children: ReactNode
}

export function Menu({ label, face, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const placed = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    if (newState !== 'open' || !button.current || !list.current) return
    placeBeside(list.current, button.current)
    choicesIn(list.current)[0]?.focus()
  }
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const choices = choicesIn(event.currentTarget)
    const at = choices.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key]
    if (event.key === 'Tab') list.current?.hidePopover()
    if (to === undefined) return
    event.preventDefault()
    choices.at(to % choices.length)?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="dots"
        aria-label={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {face ?? '⋯'}
      </button>
      <div
        ref={list}
        id={id}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onToggle={placed}
        onKeyDown={walk}
        onClick={() => list.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  )
}

interface MenuItemProps {
  readonly onChoose: () => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

export const MenuItem = ({ onChoose, disabled, children }: MenuItemProps) => (
  <button type="button" role="menuitem" tabIndex={-1} disabled={disabled} onClick={onChoose}>
    {children}
  </button>
)

const choicesIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)'),
]

/** Below the button, or above it where there is more room; never out of the window. */
function placeBeside(list: HTMLElement, button: HTMLElement): void {
  const near = button.getBoundingClientRect()
  const below = window.innerHeight - near.bottom
  const isAbove = below < list.offsetHeight && near.top > below
  const room = (isAbove ? near.top : below) - 8
  list.style.maxHeight = `${room}px`
  list.style.top = isAbove ? 'auto' : `${near.bottom}px`
  list.style.bottom = isAbove ? `${window.innerHeight - near.top}px` : 'auto'
  list.style.right = `${Math.max(8, Math.min(window.innerWidth - near.right, window.innerWidth - list.offsetWidth - 8))}px`
}
