import { Link } from '@tanstack/react-router'
import { useFormat } from '../lib/use-format.ts'
import styles from './values.module.css'

/** A number of clients that leads to their list. */
export function ClientCount({ count, filter }: { count: number | undefined; filter: Readonly<Record<string, string>> }) {
  const format = useFormat()
  if (count === undefined) return null
  if (count === 0) return <span className={`lm-number ${styles.zero}`}>{format.number(0)}</span>
  return (
    <Link to="/clients" search={filter as never} className="lm-link lm-number">
      {format.number(count)}
    </Link>
  )
}
