import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './home.module.css'

/** The way from an empty company to the first bill; gone as soon as it is walked. */
export function FirstSteps() {
  const { t } = useLingui()
  const format = useFormat()
  const one = { params: { query: { limit: 1 } } }
  const packages = api.useQuery('get', '/api/v1/packages', one).data
  const clients = api.useQuery('get', '/api/v1/clients', one).data
  const invoices = api.useQuery('get', '/api/v1/invoices', one, { retry: false }).data
  if (packages === undefined || clients === undefined || invoices === undefined) return null
  const steps = [
    { isDone: packages.items.length > 0, title: t`Put a package on sale`, text: t`A speed, a price and a validity.`, to: '/packages' },
    { isDone: clients.items.length > 0, title: t`Register a client`, text: t`Name, phone, package: a minute each.`, to: '/clients/new' },
    { isDone: invoices.items.length > 0, title: t`Bill the month`, text: t`Preview first; nothing is billed by looking.`, to: '/billing' },
  ]
  if (steps.every(({ isDone }) => isDone)) return null
  return (
    <nav className={styles.steps} aria-label={t`First steps`}>
      {steps.map(({ isDone, title, text, to }, at) => (
        <Link key={to} to={to} className={styles.step ?? ''}>
          <span className={styles.mark} aria-hidden>
            {isDone ? <IconCheck size={18} /> : format.number(at + 1)}
          </span>
          <b>
            {title}
            {isDone && (
              <span className="lm-hidden">
                {' '}
                <Trans>done</Trans>
              </span>
            )}
          </b>
          <small>{text}</small>
        </Link>
      ))}
    </nav>
  )
}
