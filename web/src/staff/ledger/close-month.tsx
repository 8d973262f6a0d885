import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, List } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { http, isProblem } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import type { LedgerMonth } from './ledger-months-page.tsx'

interface RedRule {
  readonly id: string
  readonly title: string
  readonly rows: number
}

/** Closes a month or opens it again. Closing checks the books first; what is red is named and the month stays open. */
export function CloseMonth({ month, what, onClose }: { month: LedgerMonth; what: 'close' | 'reopen'; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const name = format.month(month.month)
  const isClosing = what === 'close'
  const send = async (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault()
    setSending(true)
    setFailure(null)
    const path = { params: { path: { month: month.month } } }
    const { error } = await (isClosing ? http.POST('/api/v1/ledger/months/{month}/closing', path) : http.DELETE('/api/v1/ledger/months/{month}/closing', path))
      .catch((lost: unknown) => ({ error: lost }))
      .finally(() => setSending(false))
    await client.invalidateQueries()
    if (error !== undefined) return setFailure(error)
    sayDone(isClosing ? t`${name} is closed.` : t`${name} is open again.`)
    onClose()
  }
  const red = isProblem(failure) && failure.code === 'books_do_not_agree' ? ((failure as unknown as { red?: readonly RedRule[] }).red ?? []) : null
  const words = failure === null || red !== null ? null : isProblem(failure) ? failure.detail : t`The server cannot be reached. Try again; nothing is lost.`
  return (
    <ConfirmDialog
      title={isClosing ? t`Close ${name}` : t`Open ${name} again`}
      onClose={onClose}
      onSubmit={(event) => void send(event)}
      isSending={isSending}
      failure={words}
      submitLabel={isClosing ? <Trans>Check and close</Trans> : <Trans>Open again</Trans>}
      isDanger={!isClosing}
    >
      {isClosing ? (
        <Trans>The books are checked first; that may take a while. When they agree, nothing can be booked in this month any more.</Trans>
      ) : (
        <Trans>Entries can be booked in this month again, and its invoices can be voided. It stands in the audit.</Trans>
      )}
      {red !== null && (
        <Alert color="red" mt="sm" title={t`The books do not agree; the month stays open`}>
          <List size="sm">
            {red.map((rule) => (
              <List.Item key={rule.id}>
                {rule.id} · {rule.title}
              </List.Item>
            ))}
          </List>
          <Link className="lm-link" to="/doctor">
            <Trans>See the rows</Trans>
          </Link>
        </Alert>
      )}
    </ConfirmDialog>
  )
}
