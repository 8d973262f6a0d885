import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import type { Client, Line } from '../clients/client.ts'
import { lineName, monthlyPrice, priceOf } from '../clients/client.ts'
import { useCustomFields } from '../clients/custom-fields.tsx'
import { StateMark, useAccessReasonText } from '../clients/state.tsx'
import { useConnectionText } from '../clients/words.ts'
import { speedText } from '../packages/speed.ts'
import { Why } from '../why/why.tsx'
import { CutNotice } from '../suspensions/cut-notice.tsx'
import { LINE_ACTION_ICONS, mainActions, menuActions, useLineActionTexts } from './line-actions.tsx'
import type { LineAction } from './line-actions.tsx'
import { LineFibre } from './line-fibre.tsx'
import { LineNetwork } from './line-network.tsx'
import styles from './lines.module.css'
import { RevealPassword } from './pppoe-password.tsx'
import { useAgreedText } from './terms-history.tsx'

/** Before these the menu draws a line. */
const NEW_GROUP: readonly LineAction[] = ['pause', 'resume', 'edit', 'mark_left', 'reopen']

/** One line: its package and state, how it is connected, what keeps it off, what comes next, and what may be done. */
export function LineRow({ client, line, onOpen }: { client: Client; line: Line; onOpen: (action: LineAction) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const texts = useLineActionTexts()
  const terms = line.current_terms ?? line.terms.at(-1) ?? null
  const agreed = useAgreedText()
  const own = terms === null ? '' : agreed(terms)
  return (
    <div className={styles.line} role="group" aria-label={t`Line ${lineName(line)}`}>
      <div className={styles.head}>
        <div className={styles.what}>
          <b>{terms?.package_name ?? line.label}</b>
          {terms !== null && (
            <span>
              {speedText(terms.download_kbps, format)} · {format.money(monthlyPrice({ current_terms: terms }))}
              {own !== '' && ` (${own})`}
            </span>
          )}
          <StateMark state={line.state} />
          <Why what="access" id={line.id} label={t`Why this line has service or not`} />
        </div>
        <div className={styles.actions}>
          {mainActions(line).map((action, at) => (
            <Button key={action} size="compact-sm" variant={at === 0 && isUrgent(action) ? 'filled' : 'default'} onClick={() => onOpen(action)}>
              {texts[action]}
            </Button>
          ))}
          <Menu position="bottom-end" width={300}>
            <Menu.Target>
              <ActionIcon size={28} variant="default" aria-label={t`More for line ${lineName(line)}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown className={styles.menu ?? ''}>
              {menuActions(line).map((action, at) => {
                const Icon = LINE_ACTION_ICONS[action]
                return (
                  <Fragment key={action}>
                    {NEW_GROUP.includes(action) && at > 0 && <Menu.Divider />}
                    <AllowedItem
                      allowed={line.allowed[action]}
                      icon={<Icon size={16} stroke={1.8} />}
                      isDanger={action === 'mark_left'}
                      onClick={() => onOpen(action)}
                    >
                      {texts[action]}
                    </AllowedItem>
                  </Fragment>
                )
              })}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <LineNetwork line={line} />
      <LineFibre line={line} />
      <Facts line={line} />
      <Notices client={client} line={line} onChange={line.allowed.change_package.ok ? () => onOpen('change_package') : null} />
    </div>
  )
}

/** What somebody waits for; the others are only offered. */
const isUrgent = (action: LineAction): boolean => ['activate', 'renew', 'restore', 'resume'].includes(action)

function Facts({ line }: { line: Line }) {
  const { t } = useLingui()
  const format = useFormat()
  const connectionText = useConnectionText()
  const custom = useCustomFields('subscription')
  const login =
    line.pppoe_login === null ? null : (
      <>
        {line.pppoe_login} {line.allowed.reveal_password.ok && <RevealPassword line={line} />}
      </>
    )
  const facts: readonly (readonly [string, ReactNode])[] = [
    [connectionText(line.connection_kind), login ?? line.label],
    [t`Called`, login === null ? '' : line.label],
    [t`Static IP`, line.static_ip],
    ['MAC', line.mac],
    ['ONU', [line.onu_model, line.onu_mac].filter(Boolean).join(' ')],
    [t`Pays`, line.billing_mode === 'prepaid' ? t`before` : t`after, from day ${format.number(line.anchor_day)}`],
    [t`Connected`, line.activated_on === null ? '' : format.date(line.activated_on)],
    ...Object.entries(line.custom).map(([key, value]) => [custom.label(key), String(value)] as const),
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {line.expires_on !== null && (
        <div>
          <dt>{line.expires_on <= format.today() ? t`Expired` : t`Expires`}</dt>
          <dd>
            {format.date(line.expires_on)} <Why what="expiry" id={line.id} label={t`Why it is paid up to this day`} />
          </dd>
        </div>
      )}
      {!line.auto_control && (
        <div>
          <dt>
            <Trans>Never switched off by the program</Trans>
          </dt>
          <dd>
            {[line.auto_control_until === null ? '' : t`until ${format.date(line.auto_control_until)}`, line.auto_control_reason].filter(Boolean).join(' · ')}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Why there is no service, and what is agreed for later. */
function Notices({ client, line, onChange }: { client: Client; line: Line; onChange: (() => void) | null }) {
  const { t } = useLingui()
  const format = useFormat()
  const reasonText = useAccessReasonText()
  const agreed = useAgreedText()
  const today = format.today()
  const coming = line.terms.filter(({ starts_on }) => starts_on > today)
  const pauses = line.pauses.filter(({ kind, starts_on }) => kind === 'vacation' && starts_on > today)
  return (
    <>
      {line.left_on !== null && (
        <p className={styles.notice}>
          <Trans>Left on {format.date(line.left_on)}</Trans>
          {line.left_reason !== '' && ` · ${line.left_reason}`}
        </p>
      )}
      {line.left_on === null && line.reasons.length > 0 && (
        <p className={styles.warn}>
          <Trans>No service:</Trans>{' '}
          {line.reasons
            .map(({ reason, since, until, note }) =>
              [reasonText(reason), t`since ${format.date(format.dayOf(since))}`, until === null ? '' : t`until ${format.date(until)}`, note]
                .filter(Boolean)
                .join(', '),
            )
            .join('; ')}
        </p>
      )}
      {line.left_on === null && <CutNotice client={client} line={line} />}
      {coming.map((terms) => (
        <p key={terms.starts_on} className={styles.notice}>
          <Trans>
            From {format.date(terms.starts_on)}: {terms.package_name}
          </Trans>
          {' · '}
          {format.money(priceOf(terms))}
          {agreed(terms) !== '' && ` (${agreed(terms)})`}{' '}
          {onChange !== null && (
            <button type="button" className={styles.quiet} onClick={onChange}>
              <Trans>Change or take back</Trans>
            </button>
          )}
        </p>
      ))}
      {pauses.map((pause) => (
        <p key={pause.id} className={styles.notice}>
          <Trans>Paused from {format.date(pause.starts_on)}</Trans>
          {pause.ends_on !== null && ` ${t`until ${format.date(pause.ends_on)}`}`}
        </p>
      ))}
    </>
  )
}
