import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button, Skeleton, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import styles from './package.module.css'
import { PolicyForm } from './policy-form.tsx'
import { usePolicyTerms, useTermText } from './policy-terms.ts'
import type { Policy } from './policy-terms.ts'

/** Billing policies beside one another, every term explained. */
export function PoliciesPage() {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const groups = usePolicyTerms()
  const termText = useTermText()
  const [edited, setEdited] = useState<Policy | 'new' | null>(null)
  const [promoted, setPromoted] = useState<Policy | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/billing-policies')
  const mayEdit = may('settings.edit')

  const makeDefault = async (policy: Policy) => {
    const { error: refusal } = await http.POST('/api/v1/billing-policies/{id}/default', { params: { path: { id: policy.id } } })
    setPromoted(null)
    if (refusal !== undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/billing-policies').queryKey })
    sayDone(t`New lines get ${policy.name}.`)
  }
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      <Trans>New policy</Trans>
    </Button>
  )

  return (
    <Page title={t`Billing policies`} actions={add}>
      <SectionTabs of="/packages" />
      <Text size="sm" c="dimmed" maw={820}>
        <Trans>
          A policy decides how part months, changes, pauses and delays are charged. New lines get the default one; a change holds for everything billed from
          then on.
        </Trans>
      </Text>
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={480} radius="md" />
      ) : (
        <Card flush>
          <TableScroll>
            <table className={`${tables.table} ${styles.policies}`}>
              <caption className="lm-hidden">
                <Trans>Billing policies</Trans>
              </caption>
              <thead>
                <tr>
                  <td />
                  {data.items.map((policy) => (
                    <th key={policy.id} scope="col">
                      {policy.name} {policy.is_default && <Badge size="sm">{t`default`}</Badge>}
                      <span className={styles.explain}>{policy.code}</span>
                      {mayEdit && (
                        <span className={styles.headActions}>
                          <Button size="compact-sm" variant="default" onClick={() => setEdited(policy)}>
                            <Trans>Change</Trans>
                          </Button>
                          {!policy.is_default && (
                            <Button size="compact-sm" variant="subtle" onClick={() => setPromoted(policy)}>
                              <Trans>Make default</Trans>
                            </Button>
                          )}
                        </span>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              {groups.map((group) => (
                <tbody key={group.title}>
                  <tr>
                    <th scope="rowgroup" colSpan={data.items.length + 1}>
                      {group.title}
                    </th>
                  </tr>
                  {group.terms.map((term) => (
                    <tr key={term.key}>
                      <th scope="row">
                        {term.label}
                        <span className={styles.explain}>{term.explain}</span>
                      </th>
                      {data.items.map((policy) => (
                        <td key={policy.id}>{termText(policy, term)}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </TableScroll>
        </Card>
      )}
      {edited !== null && <PolicyForm policy={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {promoted !== null && (
        <ConfirmDialog
          title={t`Make ${promoted.name} the default?`}
          onClose={() => setPromoted(null)}
          onSubmit={(event) => {
            event?.preventDefault()
            void makeDefault(promoted)
          }}
          isSending={false}
          failure={null}
          submitLabel={<Trans>Make default</Trans>}
        >
          <Trans>New lines get it from now on. Lines that have a policy already keep theirs.</Trans>
        </ConfirmDialog>
      )}
    </Page>
  )
}
