import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import { useMay } from '../../lib/session.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { Status } from '../../ui/values.tsx'
import { onuName, placeText } from './onu.ts'
import type { Suggestion } from './onu.ts'
import styles from './onus.module.css'
import { useDecide } from './use-decide.ts'

type Rule = Suggestion['reasons'][number]['rule']
/** Were nothing else as likely, nobody would be asked. */
const CERTAIN = 90
const LIKELY = 50

export function useRuleText(): (rule: Rule) => string {
  const { t } = useLingui()
  return (rule) =>
    ({
      serial: t`the serial is registered with the line`,
      registered_mac: t`the MAC is registered with the line`,
      caller_id: t`the line dials in from behind it`,
      host_mac: t`the client’s router stands behind it`,
      same_place: t`it stands where the line’s ONU stood`,
      description: t`its description names the client`,
    })[rule]
}

/** One ONU and one line that probably belong together, why, and the answer to it. */
export function SuggestionRow({
  suggestion,
  isShort = false,
  rowRef,
  onKeyDown,
}: {
  suggestion: Suggestion
  /** On the page of the ONU itself, which needs not be named again. */
  isShort?: boolean
  rowRef?: Ref<HTMLLIElement>
  onKeyDown?: (event: KeyboardEvent<HTMLLIElement>) => void
}) {
  const { t } = useLingui()
  const may = useMay()
  const ruleText = useRuleText()
  const { isBusy, confirm, reject } = useDecide()
  const { score, reasons } = suggestion
  return (
    <li ref={rowRef} className={styles.suggestion} {...(onKeyDown === undefined ? {} : { tabIndex: 0, onKeyDown })}>
      <div>
        <div className={styles.pair}>
          {!isShort && (
            <>
              <PageLink to={`/onus/${suggestion.onu_id}`}>
                <b>{onuName(suggestion)}</b>
              </PageLink>
              <span className={styles.hint}>
                {suggestion.olt_name} {placeText(suggestion)}
              </span>
              <span aria-hidden="true">→</span>
            </>
          )}
          <PageLink to={`/clients/${suggestion.client_id}`}>
            <b>{suggestion.client_name}</b>
          </PageLink>
          <span className={styles.hint}>{[suggestion.client_code, suggestion.pppoe_login].filter(Boolean).join(' · ')}</span>
        </div>
        <div className={styles.reasons}>
          <Status
            tone={score >= CERTAIN ? 'green' : score >= LIKELY ? 'blue' : 'grey'}
            label={score >= CERTAIN ? t`very likely` : score >= LIKELY ? t`likely` : t`possible`}
          />
          {reasons.map(({ rule, value }) => (
            <span key={`${rule} ${value}`}>
              {ruleText(rule)} <span className="lm-number">{value}</span>
            </span>
          ))}
        </div>
      </div>
      {may('onu.edit') && (
        <div className={styles.actions}>
          <Button size="compact-sm" loading={isBusy} onClick={() => void confirm(suggestion)}>
            <Trans>It is so</Trans>
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void reject(suggestion)}>
            <Trans>It is not</Trans>
          </Button>
        </div>
      )}
    </li>
  )
}
