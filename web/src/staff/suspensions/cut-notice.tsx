import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayFailed } from '../../ui/form.tsx'
import type { Client, Line } from '../clients/client.ts'
import styles from '../subscriptions/lines.module.css'
import { MakePromise } from './make-promise.tsx'

/** Beside a line that is cut for money, or will be: since when, what gives it back, and a promise to pay. */
export function CutNotice({ client, line }: { client: Pick<Client, 'id' | 'name'>; line: Line }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [isAsking, asking] = useDisclosure(false)
  const { data } = api.useQuery('get', '/api/v1/subscriptions/{id}/suspension', { params: { path: { id: line.id } } })
  if (data === undefined || (data.standing === null && data.promise.open_id === null)) return null
  const { standing, promise, allowed } = data
  const withdraw = async () => {
    if (promise.open_id === null) return
    const { error } = await http.DELETE('/api/v1/promises/{id}', { params: { path: { id: promise.open_id } } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries()
  }
  const parts: string[] = []
  if (data.is_cut && standing !== null) {
    if (standing.reason === 'billing') parts.push(t`${format.money(standing.late_minor)} is late`)
    if (data.restores_minor !== null) parts.push(t`${format.money(data.restores_minor)} gives service back`)
    if (data.needs_renewal) parts.push(t`a renewal gives service back`)
  } else if (standing !== null) {
    if (standing.reason === 'billing') parts.push(t`${format.money(standing.overdue_minor)} is overdue`)
    if (standing.verdict === 'cut') parts.push(t`to be cut at the next look`)
    else parts.push(standing.spared_until === null ? standing.why : `${standing.why} (${t`until ${format.date(standing.spared_until)}`})`)
  }
  if (promise.open_until !== null && standing?.verdict !== 'promise') parts.push(t`promised to pay by ${format.date(promise.open_until)}`)
  return (
    <div className={styles.notice} role="note" aria-label={t`Suspension`}>
      {parts.join(' · ')}{' '}
      {promise.open_id === null ? (
        <AllowedButton variant="default" size="compact-xs" allowed={allowed.promise} onClick={asking.open}>
          <Trans>Promise to pay</Trans>
        </AllowedButton>
      ) : (
        allowed.withdraw_promise.ok && (
          <Button variant="subtle" size="compact-xs" onClick={() => void withdraw()}>
            <Trans>Take the promise back</Trans>
          </Button>
        )
      )}
      {isAsking && <MakePromise client={client} lastDay={promise.last_day} onClose={asking.close} />}
    </div>
  )
}
