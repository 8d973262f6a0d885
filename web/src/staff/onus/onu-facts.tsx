import { Trans, useLingui } from '@lingui/react/macro'
import { useDisclosure } from '@mantine/hooks'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { EditPlace } from './edit-place.tsx'
import { placeText, useDbmText } from './onu.ts'
import type { Onu } from './onu.ts'
import styles from './onus.module.css'

/** What it is and where it stands. */
export function OnuFacts({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const [isEditing, editing] = useDisclosure(false)
  const box = [onu.box_name, onu.box_port === null ? null : t`port ${format.number(onu.box_port)}`].filter(Boolean).join(', ')
  const facts = [
    [t`Serial`, onu.serial ?? ''],
    ['MAC', onu.mac ?? ''],
    [t`Model`, onu.model],
    [
      t`Place`,
      <PageLink key="olt" to={`/olts/${onu.olt_id}`}>
        {onu.olt_name} {placeText(onu)}
      </PageLink>,
    ],
    [t`Box and port`, box === '' ? t`not said yet` : box],
    [t`Description on the OLT`, onu.description],
    [t`Distance`, onu.distance_m === null ? '' : t`${format.number(onu.distance_m)} m`],
    [t`Sends`, onu.tx_dbm === null ? '' : dbm(onu.tx_dbm)],
    [t`Temperature`, onu.temperature_c === null ? '' : t`${format.number(onu.temperature_c)} °C`],
    [t`Voltage`, onu.voltage_v === null ? '' : t`${format.number(onu.voltage_v)} V`],
    [t`First seen`, format.dateTime(onu.first_seen_at)],
  ] as const
  return (
    <div className={styles.stack}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <AllowedButton size="compact-sm" variant="default" allowed={onu.allowed.change} onClick={editing.open}>
        <Trans>Set box and port</Trans>
      </AllowedButton>
      {isEditing && <EditPlace onu={onu} onClose={editing.close} />}
    </div>
  )
}
