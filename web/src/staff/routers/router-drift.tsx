import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText } from '../../ui/values.tsx'
import { IgnoreSecrets } from './ignore-secrets.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

type Drift = RowOf<'/api/v1/routers/{id}/drift'>

/** What stands on the router and is nobody's line, or stands in a line's way; a person decides what becomes of it. */
export function RouterDrift({ router }: { router: Router }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const source = useList('/api/v1/routers/{id}/drift', { params: { id: router.id }, pageSize: 200 })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<'adopt' | 'ignore' | null>(null)
  const [isSending, setSending] = useState(false)
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending)
    return (
      <div className={styles.panel}>
        <RowsPending />
      </div>
    )
  if (source.rows.length === 0)
    return (
      <EmptyState icon={<IconShieldCheck size={24} />} title={<Trans>Only what is ours stands on this router</Trans>}>
        <Trans>Secrets without the program’s mark would be listed here. They are reported and never touched.</Trans>
      </EmptyState>
    )

  const keyOf = ({ kind, name }: Drift): string => `${kind} ${name}`
  const mayTick = ({ kind }: Drift): boolean => kind === 'foreign_secret' || kind === 'foreign_same_name'
  const chosen = source.rows.filter((row) => ticked.has(keyOf(row)))
  const toAdopt = chosen.filter(({ kind }) => kind === 'foreign_same_name').map(({ name }) => name)
  const toIgnore = chosen.filter(({ kind, ignored }) => kind === 'foreign_secret' && ignored === null).map(({ name }) => name)
  const toNotice = chosen.filter(({ ignored }) => ignored !== null).map(({ name }) => name)
  const toggle = (row: Drift) =>
    setTicked((old) => (old.has(keyOf(row)) ? new Set([...old].filter((key) => key !== keyOf(row))) : new Set([...old, keyOf(row)])))
  const act = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    setSending(true)
    const { error } = await work().catch((thrown: unknown) => ({ error: thrown }))
    setSending(false)
    setAsked(null)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    setTicked(new Set())
    await client.invalidateQueries()
    sayDone(done)
  }
  const path = { params: { path: { id: router.id } } }
  const allowedOn = (names: readonly string[], why: string) =>
    !router.allowed.compare.ok ? router.allowed.compare : names.length > 0 ? { ok: true as const } : { ok: false as const, reason: why }
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <span>
          <Trans>Nothing here is touched until you say so.</Trans>
        </span>
        <AllowedButton size="compact-sm" allowed={allowedOn(toAdopt, t`Tick secrets that have the name of a line`)} onClick={() => setAsked('adopt')}>
          <Trans>Take over</Trans>
        </AllowedButton>
        <AllowedButton
          size="compact-sm"
          variant="default"
          allowed={allowedOn(toIgnore, t`Tick secrets that are nobody’s line`)}
          onClick={() => setAsked('ignore')}
        >
          <Trans>Leave as it is</Trans>
        </AllowedButton>
        {toNotice.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isSending}
            onClick={() =>
              void act(() => http.DELETE('/api/v1/routers/{id}/ignored-secrets', { ...path, body: { names: toNotice } }), t`They are asked about again.`)
            }
          >
            <Trans>Ask again</Trans>
          </Button>
        )}
      </div>
      <Rows rows={source.rows} isTicked={(row) => ticked.has(keyOf(row))} mayTick={mayTick} onTick={toggle} />
      {source.hasMore && (
        <div className={styles.more}>
          <Button size="compact-sm" variant="subtle" loading={source.isLoadingMore} onClick={source.loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {asked === 'adopt' && (
        <ConfirmDialog
          title={t`Take over ${toAdopt.join(', ')}?`}
          onClose={() => setAsked(null)}
          onSubmit={(event) => {
            event?.preventDefault()
            void act(() => http.POST('/api/v1/routers/{id}/adoption', { ...path, body: { names: toAdopt } }), t`They are taken over now.`)
          }}
          isSending={isSending}
          failure={null}
          submitLabel={<Trans>Take over</Trans>}
        >
          <Trans>These secrets become the ones of the lines with their names. Password, profile and state are then set as the lines say.</Trans>
        </ConfirmDialog>
      )}
      {asked === 'ignore' && (
        <IgnoreSecrets
          names={toIgnore}
          onClose={() => setAsked(null)}
          onSend={async (reason) => {
            const { error } = await http.POST('/api/v1/routers/{id}/ignored-secrets', { ...path, body: { names: toIgnore, reason } })
            if (error !== undefined) throw error
            setTicked(new Set())
            await client.invalidateQueries()
            setAsked(null)
            sayDone(t`They stay as they are.`)
          }}
        />
      )}
    </div>
  )
}

function Rows({
  rows,
  isTicked,
  mayTick,
  onTick,
}: {
  rows: readonly Drift[]
  isTicked: (row: Drift) => boolean
  mayTick: (row: Drift) => boolean
  onTick: (row: Drift) => void
}) {
  const { t } = useLingui()
  const format = useFormat()
  const kinds = {
    foreign_secret: t`Nobody’s line`,
    foreign_same_name: t`Has the name of a line, without our mark`,
    duplicate: t`The same name twice`,
    stray: t`Bears our mark, but the line is elsewhere`,
    profile_missing: t`A profile that a line needs is not there`,
    profile_differs: t`A profile is not as the package says`,
  }
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="lm-hidden">
                <Trans>Chosen</Trans>
              </span>
            </th>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col" className={tables.wide}>
              <Trans>What it is</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Profile</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Comment</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Seen first</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.name}`}>
              <td>{mayTick(row) && <Checkbox size="xs" aria-label={t`Choose ${row.name}`} checked={isTicked(row)} onChange={() => onTick(row)} />}</td>
              <td>
                {row.name}
                <span className={tables.narrow}>{[row.profile, row.comment].filter(Boolean).join(' · ')}</span>
              </td>
              <td className={tables.wide}>
                {kinds[row.kind]}
                {row.is_disabled === true && ` · ${t`switched off`}`}
                {row.ignored !== null && (
                  <span className={tables.small}>
                    {t`Stays as it is: ${row.ignored.reason}`} · {row.ignored.by ?? ''} · {format.dateTime(row.ignored.at)}
                  </span>
                )}
              </td>
              <td className={tables.spare}>{row.profile}</td>
              <td className={tables.spare}>{row.comment}</td>
              <td className={tables.spare}>
                <DateText day={format.dayOf(row.since)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
