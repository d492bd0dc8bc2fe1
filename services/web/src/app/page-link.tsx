import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

interface PageLinkProps {
  readonly to: string
  /** The beginning of all addresses that count as this page; without it, `to` alone. */
  readonly within?: string
  readonly children: ReactNode
}

/** A link that says when its page is the one that is open. */
export function PageLink({ to, within, children }: PageLinkProps) {
  const [path] = useLocation()
  const isOpen = path === to || (within !== undefined && path.startsWith(within))
  return (
    <Link href={to} aria-current={isOpen ? 'page' : undefined}>
      {children}
    </Link>
  )
}
