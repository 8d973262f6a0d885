import { Trans, useLingui } from '@lingui/react/macro'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { LinkLine } from './link-line.tsx'
import { onuName } from './onu.ts'
import type { Onu } from './onu.ts'
import styles from './onus.module.css'
import { SuggestionRow } from './suggestion-row.tsx'

/** Whose line the ONU carries, or whose it probably is. */
export function OnuLine({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isLinking, linking] = useDisclosure(false)
  const [isParting, parting] = useDisclosure(false)
  const [isBusy, setBusy] = useState(false)
  const suggestions = useList('/api/v1/onu-link-suggestions', { query: { onu_id: String(onu.id) }, isAsked: onu.subscription_id === null }).rows
  const unlink = async () => {
    setBusy(true)
    const { error } = await http.DELETE('/api/v1/onus/{id}/link', { params: { path: { id: onu.id } } }).catch((thrown: unknown) => ({ error: thrown }))
    setBusy(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(t`${onuName(onu)} carries no line now.`)
    parting.close()
  }
  return (
    <div className={styles.stack}>
      {onu.subscription_id === null ? (
        <p className={styles.hint}>
          <Trans>It is not known whose line this ONU carries. Linked, its light and its absence show on the client’s page.</Trans>
        </p>
      ) : (
        <dl className={styles.facts}>
          <dt>
            <Trans>Client</Trans>
          </dt>
          <dd>
            <PageLink to={`/clients/${onu.client_id}`}>{onu.client_name}</PageLink> {onu.client_code}
          </dd>
          {onu.pppoe_login !== null && (
            <>
              <dt>
                <Trans>Login</Trans>
              </dt>
              <dd>{onu.pppoe_login}</dd>
            </>
          )}
        </dl>
      )}
      {onu.subscription_id === null && suggestions.length > 0 && (
        <ul className={styles.list} style={{ width: '100%' }}>
          {suggestions.slice(0, 5).map((suggestion) => (
            <SuggestionRow key={suggestion.subscription_id} suggestion={suggestion} isShort />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <AllowedButton size="compact-sm" variant={onu.subscription_id === null ? 'filled' : 'default'} allowed={onu.allowed.link} onClick={linking.open}>
          {onu.subscription_id === null ? <Trans>Link it with a line</Trans> : <Trans>Link another line</Trans>}
        </AllowedButton>
        {onu.subscription_id !== null && (
          <AllowedButton size="compact-sm" variant="default" allowed={onu.allowed.unlink} onClick={parting.open}>
            <Trans>Unlink</Trans>
          </AllowedButton>
        )}
      </div>
      {isLinking && <LinkLine onu={onu} onClose={linking.close} />}
      {isParting && (
        <ConfirmDialog
          title={t`Unlink the ONU?`}
          onClose={parting.close}
          onSubmit={(event) => {
            event?.preventDefault()
            void unlink()
          }}
          isSending={isBusy}
          failure={null}
          submitLabel={<Trans>Unlink</Trans>}
        >
          <Trans>The ONU stays as it is; only the program does not know any more that it carries the line of {onu.client_name}.</Trans>
        </ConfirmDialog>
      )}
    </div>
  )
}
