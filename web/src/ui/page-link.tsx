import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMayOpen } from '../lib/use-may-open.ts'

/** A name that leads to a page, for whoever may open it; for others, and where there is no page, the name alone. */
export function PageLink({ to, className = 'lm-link', children }: { to: string | null; className?: string; children: ReactNode }) {
  const mayOpen = useMayOpen()
  if (to === null || !mayOpen(to)) return children
  return (
    <Link className={className} to={to}>
      {children}
    </Link>
  )
}
