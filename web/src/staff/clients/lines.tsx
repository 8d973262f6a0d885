import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Status } from '../../ui/values.tsx'
import { speedText } from '../packages/speed.ts'
import { Why } from '../why/why.tsx'
import { ChangePackage } from './change-package.tsx'
import type { Client, Line } from './client-page.tsx'
import { monthlyPrice } from './client-page.tsx'
import styles from './client.module.css'
import { EndLine } from './end-line.tsx'
import { StateMark, useAccessReasonText } from './state.tsx'
import { SuspendLine } from './suspend-line.tsx'

type Opened = { line: Line; action: 'change_package' | 'suspend' | 'mark_left' } | null

/** The lines of a client with what may be done to each; an action that is not possible says why. */
export function Lines({ client }: { client: Client }) {
  const [opened, setOpened] = useState<Opened>(null)
  if (client.subscriptions.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>No line yet.</Trans>
      </div>
    )
  return (
    <>
      {client.subscriptions.map((line) => (
        <LineRow key={line.id} line={line} onOpen={(action) => setOpened({ line, action })} />
      ))}
      {opened?.action === 'change_package' && <ChangePackage line={opened.line} onClose={() => setOpened(null)} />}
      {opened?.action === 'suspend' && <SuspendLine line={opened.line} onClose={() => setOpened(null)} />}
      {opened?.action === 'mark_left' && <EndLine line={opened.line} onClose={() => setOpened(null)} />}
    </>
  )
}

function LineRow({ line, onOpen }: { line: Line; onOpen: (action: NonNullable<Opened>['action']) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const reasonText = useAccessReasonText()
  const terms = line.current_terms
  const path = { params: { path: { id: line.id } } }
  const act = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    const { error } = await work()
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(done)
  }
  const facts: [string, string | null][] = [
    ['PPPoE', line.pppoe_login],
    [t`Static IP`, line.static_ip],
    ['MAC', line.mac],
    ['ONU', [line.onu_model, line.onu_mac].filter(Boolean).join(' ') || null],
    [t`Pays`, line.billing_mode === 'prepaid' ? t`before` : t`after, from day ${format.number(line.anchor_day)}`],
    [line.state === 'expired' ? t`Expired` : t`Expires`, line.expires_on === null ? null : format.date(line.expires_on)],
    [t`Left`, line.left_on === null ? null : format.date(line.left_on)],
  ]
  return (
    <div className={styles.line}>
      <div className={styles.lineHead}>
        <b>{terms?.package_name ?? line.label}</b>
        {terms !== null && (
          <span>
            {speedText(terms.download_kbps, format)} · {format.money(monthlyPrice(line))}
          </span>
        )}
        <StateMark state={line.state} />
        {line.access !== null && line.access.revision !== line.access.applied_revision && <Status tone="amber" label={t`waits for the router`} isHollow />}
        <Why what="access" id={line.id} label={t`Why this line has service or not`} />
        <div className={styles.push}>
          {line.allowed.activate.ok && (
            <Button
              size="compact-sm"
              onClick={() => void act(() => http.POST('/api/v1/subscriptions/{id}/activation', { ...path, body: {} }), t`The line is in service.`)}
            >
              <Trans>Activate</Trans>
            </Button>
          )}
          {line.allowed.restore.ok && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void act(() => http.DELETE('/api/v1/subscriptions/{id}/suspension', path), t`The line has service again.`)}
            >
              <Trans>Restore</Trans>
            </Button>
          )}
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <Button size="compact-sm" variant="default" px={8} aria-label={t`More for this line`}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Choice label={t`Change the package`} allowed={line.allowed.change_package} onClick={() => onOpen('change_package')} />
              <Choice label={t`Suspend`} allowed={line.allowed.suspend} onClick={() => onOpen('suspend')} />
              <Menu.Divider />
              <Choice label={t`Mark as left`} allowed={line.allowed.mark_left} onClick={() => onOpen('mark_left')} />
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div className={styles.lineFacts}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <span key={label}>
              <span>{label}</span> {value}
            </span>
          ))}
      </div>
      {line.reasons.length > 0 && (
        <div className={styles.warn}>
          <Trans>No service:</Trans>{' '}
          {line.reasons
            .map(({ reason, since, note }) => `${reasonText(reason)} (${format.date(format.dayOf(since))}${note === '' ? '' : `, ${note}`})`)
            .join('; ')}
        </div>
      )}
    </div>
  )
}

function Choice({ label, allowed, onClick }: { label: string; allowed: Line['allowed']['suspend']; onClick: () => void }) {
  return (
    <Tooltip label={allowed.ok ? '' : allowed.reason} disabled={allowed.ok} position="left">
      <div>
        <Menu.Item disabled={!allowed.ok} onClick={onClick}>
          {label}
        </Menu.Item>
      </div>
    </Tooltip>
  )
}
