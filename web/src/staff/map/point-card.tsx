import { Trans, useLingui } from '@lingui/react/macro'
import { CloseButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../lib/use-format.ts'
import { useMayOpen } from '../../lib/use-may-open.ts'
import { Mark } from '../../ui/map/mark.tsx'
import { TimeText } from '../../ui/values.tsx'
import { OnuLight, OnuStateMark } from '../onus/onu-marks.tsx'
import { hrefOf, useOneText, useStateText } from './map.ts'
import type { Point } from './map.ts'
import styles from './map.module.css'

/** What is known of one point, and the ways to its pages. */
export function PointCard({ point, onClose }: { point: Point; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const mayOpen = useMayOpen()
  const stateText = useStateText()
  const { kind, name, code, state, onus, online, onu_id, onu_state, light, rx_dbm, since } = point
  const kindWord = useOneText()(point)
  const href = hrefOf(point)
  return (
    <section className={styles.card} aria-label={name}>
      <header>
        <Mark kind={kind} state={state} light={light} />
        <b>{name}</b>
        <CloseButton size="sm" aria-label={t`Close`} onClick={onClose} />
      </header>
      <dl>
        <div>
          <dt>{kindWord}</dt>
          <dd>{kind === 'client' ? code : stateText(kind, state)}</dd>
        </div>
        {kind === 'client' && (
          <div>
            <dt>
              <Trans>Line</Trans>
            </dt>
            <dd>{stateText(kind, state)}</dd>
          </div>
        )}
        {onus !== null && onus > 0 && (
          <div>
            <dt>
              <Trans>ONUs online</Trans>
            </dt>
            <dd>{t`${format.number(online ?? 0)} of ${format.number(onus)}`}</dd>
          </div>
        )}
        {onu_state !== null && (
          <div>
            <dt>ONU</dt>
            <dd>
              <OnuStateMark state={onu_state} />
            </dd>
          </div>
        )}
        {onu_state !== null && light !== null && (
          <div>
            <dt>
              <Trans>Light</Trans>
            </dt>
            <dd>
              <OnuLight onu={{ rx_dbm, light, state: onu_state }} hasWord />
            </dd>
          </div>
        )}
        {since !== null && (
          <div>
            <dt>{kind === 'olt' ? t`Last seen` : t`Since`}</dt>
            <dd>
              <TimeText at={since} />
            </dd>
          </div>
        )}
      </dl>
      <footer>
        {mayOpen(href.to) && (
          <Link className="lm-link" to={href.to} search={href.search as never}>
            {kind === 'client' ? <Trans>To the client</Trans> : kind === 'olt' ? <Trans>To the OLT</Trans> : <Trans>To the box</Trans>}
          </Link>
        )}
        {kind === 'box' && onus !== null && onus > 0 && (
          <Link className="lm-link" to="/onus" search={{ box_id: String(point.id) } as never}>
            <Trans>Its ONUs</Trans>
          </Link>
        )}
        {onu_id !== null && (
          <Link className="lm-link" to="/onus/$id" params={{ id: String(onu_id) }}>
            <Trans>To the ONU</Trans>
          </Link>
        )}
      </footer>
    </section>
  )
}
