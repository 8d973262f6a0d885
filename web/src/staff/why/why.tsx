import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { placeOf } from '../audit/subjects.ts'
import { cutAtCodes } from './cut-at-codes.ts'
import type { Named } from './cut-at-codes.ts'
import styles from './why.module.css'

/** What can be asked why. */
const SOURCES = {
  balance: (id: number) => http.GET('/api/v1/clients/{id}/balance/explanation', { params: { path: { id } } }),
  invoice: (id: number) => http.GET('/api/v1/invoices/{id}/explanation', { params: { path: { id } } }),
  expiry: (id: number) => http.GET('/api/v1/subscriptions/{id}/expiry/explanation', { params: { path: { id } } }),
  access: (id: number) => http.GET('/api/v1/subscriptions/{id}/access/explanation', { params: { path: { id } } }),
} as const

/** "Why?" beside a figure: the rows behind it, told as sentences in the reader's language. */
export function Why({ what, id, label }: { what: keyof typeof SOURCES; id: number; label: string }) {
  const { t } = useLingui()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="subtle" size="compact-xs" c="var(--lm-link)" onClick={open} aria-label={t`Why: ${label}`}>
        <Trans>Why?</Trans>
      </Button>
      {isOpen && <Explanation what={what} id={id} label={label} onClose={close} />}
    </>
  )
}

function Explanation({ what, id, label, onClose }: { what: keyof typeof SOURCES; id: number; label: string; onClose: () => void }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useQuery({
    queryKey: ['why', what, id, i18n.locale],
    queryFn: async () => {
      const answer = await SOURCES[what](id)
      if (answer.data === undefined) throw answer.error
      return answer.data.steps
    },
  })
  // An account is told line by line, and last what it comes to; below a dozen bills nobody would see that.
  const result = what === 'balance' ? data?.at(-1) : undefined
  const steps = result === undefined ? data : data?.slice(0, -1)
  return (
    <Modal opened onClose={onClose} title={label}>
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={140} />}
      {result !== undefined && (
        <p className={styles.result}>
          <Told text={result.text} named={result.refs} />
        </p>
      )}
      <ol className={styles.steps}>
        {steps?.map((step, at) => (
          <li key={at}>
            <Told text={step.text} named={step.refs} />
          </li>
        ))}
      </ol>
    </Modal>
  )
}

/** A sentence in which every document that is named leads to that document. */
function Told({ text, named }: { text: string; named: readonly Named[] }) {
  return (
    <span>
      {cutAtCodes(text, named).map(({ part, ref }, at) => (
        <PageLink key={at} to={ref === null ? null : placeOf(ref.type, ref.id)}>
          {part}
        </PageLink>
      ))}
    </span>
  )
}
