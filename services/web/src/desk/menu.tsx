// A button that opens a list of choices: in the top layer, by mouse and by keys.
import {
  type KeyboardEvent,
  type ReactNode,
  type ToggleEvent,
  useEffect,
  useId,
  useRef,
} from 'react'
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

  // Choices that come while it is open make it larger.
  useEffect(() => {
    if (list.current?.matches(':popover-open') && button.current)
      placeBeside(list.current, button.current)
  })

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

/** Below the button as far as the window goes, else higher. */
function placeBeside(list: HTMLElement, button: HTMLElement): void {
  const near = button.getBoundingClientRect()
  const within = (wish: number, most: number) => Math.max(GAP_PX, Math.min(wish, most - GAP_PX))
  list.style.maxHeight = `${window.innerHeight - 2 * GAP_PX}px`
  list.style.top = `${within(near.bottom, window.innerHeight - list.offsetHeight)}px`
  list.style.left = `${within(near.right - list.offsetWidth, window.innerWidth - list.offsetWidth)}px`
}

/** Left free to the window's edge. */
const GAP_PX = 8
