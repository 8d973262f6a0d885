import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { awayOf, useAwayText } from '../onus/onu.ts'
import styles from './home.module.css'

const MOST_INCIDENTS = 100

/** How many ONUs are there, and how many faults of many homes go on; not there before the first ONU. */
export function FibreFigures() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const awayText = useAwayText()
  const may = useMay()
  const poll = useFallbackPoll()
  const onus = api.useQuery('get', '/api/v1/onus/counts', {}, { refetchInterval: poll }).data
  const open = api.useQuery(
    'get',
    '/api/v1/incidents',
    { params: { query: { state: 'open', limit: MOST_INCIDENTS } } },
    { enabled: may('incident.view'), refetchInterval: poll },
  ).data
  if (onus === undefined || onus.total === 0) return null
  const incidents = open?.items ?? []
  const clients = incidents.reduce((sum, incident) => sum + incident.clients, 0)
  const more = open?.next_cursor == null ? '' : '+'
  const weak = onus.weak + onus.critical
  return (
    <section className={styles.block} aria-label={t`Fibre`}>
      <h2 className={styles.heading}>
        <Trans>Fibre</Trans>
      </h2>
      <Figures
        figures={[
          { label: t`ONUs online`, value: format.number(onus.online), note: t`of ${format.number(onus.total)}`, to: '/onus?state=online' },
          {
            label: t`ONUs away`,
            value: format.number(awayOf(onus)),
            note: awayText(onus),
            to: '/onus?state=away&sort=longest_away',
          },
          { label: t`Weak light`, value: format.number(weak), note: t`${format.number(onus.critical)} critical`, to: '/onus?sort=light' },
          ...(may('incident.view')
            ? [
                {
                  label: t`Open incidents`,
                  value: open === undefined ? undefined : `${format.number(incidents.length)}${more}`,
                  note: incidents.length === 0 ? t`no fault of many homes` : t`${counted.clients(clients)} without service`,
                  to: '/incidents?state=open',
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
