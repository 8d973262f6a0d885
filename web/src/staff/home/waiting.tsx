import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import {
  IconArrowsExchange,
  IconCalendarDollar,
  IconChecks,
  IconDiscount,
  IconListCheck,
  IconPlugConnectedX,
  IconQuestionMark,
  IconStethoscope,
  IconTableImport,
  IconUserPlus,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import styles from './home.module.css'

type Waiting = paths['/api/v1/waiting']['get']['responses']['200']['content']['application/json']['items'][number]

/** What waits for this person; not there when nothing does. */
export function WaitingForMe() {
  const { t } = useLingui()
  const { data } = api.useQuery('get', '/api/v1/waiting', {}, { refetchInterval: 60_000 })
  const describe = useWaitingText()
  if (data === undefined || data.items.length === 0) return null
  return (
    <nav className={styles.waiting} aria-label={t`Waiting for you`}>
      <h2>{t`Waiting for you`}</h2>
      {data.items.map((item) => {
        const { text, to, icon: Icon, isAlarm = false } = describe(item)
        return (
          <Link key={item.kind} to={to} className={`${styles.wait} ${isAlarm ? styles.alarm : ''}`}>
            <Icon size={16} stroke={1.8} aria-hidden />
            {text}
          </Link>
        )
      })}
    </nav>
  )
}

function useWaitingText(): (item: Waiting) => { text: string; to: string; icon: Icon; isAlarm?: boolean } {
  const { t } = useLingui()
  const format = useFormat()
  return ({ kind, count, id }) => {
    const n = format.number(count)
    const at = (path: string, list: string) => (id === null ? list : `${path}/${id}`)
    switch (kind) {
      case 'run_to_release':
        return {
          text: t`${plural(count, { one: `${n} month run to release`, other: `${n} month runs to release` })}`,
          to: at('/billing', '/billing/runs'),
          icon: IconCalendarDollar,
        }
      case 'run_to_start':
        return {
          text: t`${plural(count, { one: `${n} previewed month to start`, other: `${n} previewed months to start` })}`,
          to: at('/billing', '/billing/runs'),
          icon: IconCalendarDollar,
        }
      case 'cut_to_release':
        return {
          text: t`${plural(count, { one: `${n} suspension held, to release`, other: `${n} suspensions held, to release` })}`,
          to: at('/suspensions', '/suspensions/runs'),
          icon: IconPlugConnectedX,
          isAlarm: true,
        }
      case 'discount_to_decide':
        return {
          text: t`${plural(count, { one: `${n} discount to decide`, other: `${n} discounts to decide` })}`,
          to: '/payments/discounts?state=waiting',
          icon: IconDiscount,
        }
      case 'suspense_to_match':
        return {
          text: t`${plural(count, { one: `${n} payment nobody knows whose`, other: `${n} payments nobody knows whose` })}`,
          to: at('/payments', '/payments/unknown'),
          icon: IconQuestionMark,
        }
      case 'suspense_to_agree':
        return {
          text: t`${plural(count, { one: `${n} match of money to agree with`, other: `${n} matches of money to agree with` })}`,
          to: at('/payments', '/payments/unknown'),
          icon: IconChecks,
        }
      case 'transfer_to_accept':
        return {
          text: t`${plural(count, { one: `${n} transfer to accept`, other: `${n} transfers to accept` })}`,
          to: at('/wallets/transfers', '/wallets/transfers?state=waiting'),
          icon: IconArrowsExchange,
        }
      case 'signup_to_decide':
        return { text: t`${plural(count, { one: `${n} sign-up`, other: `${n} sign-ups` })}`, to: '/signups', icon: IconUserPlus }
      case 'import_to_start':
        return {
          text: t`${plural(count, { one: `${n} checked file to import`, other: `${n} checked files to import` })}`,
          to: at('/imports', '/imports'),
          icon: IconTableImport,
        }
      case 'import_with_errors':
        return {
          text: t`${plural(count, { one: `${n} import with rows left over`, other: `${n} imports with rows left over` })}`,
          to: at('/imports', '/imports'),
          icon: IconTableImport,
          isAlarm: true,
        }
      case 'bulk_to_start':
        return {
          text: t`${plural(count, { one: `${n} bulk change to start`, other: `${n} bulk changes to start` })}`,
          to: at('/bulk', '/bulk'),
          icon: IconListCheck,
        }
      case 'books_in_red':
        return { text: t`The books do not add up`, to: '/doctor', icon: IconStethoscope, isAlarm: true }
    }
  }
}
