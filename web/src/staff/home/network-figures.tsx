import { Trans, useLingui } from '@lingui/react/macro'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { stateOf } from '../routers/router-state.tsx'
import { useLineCounts } from '../routers/router.ts'
import styles from './home.module.css'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Who is online, and where the network does not do what is wanted; not there before the first router. */
export function NetworkFigures() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const may = useMay()
  const counts = useLineCounts()
  const routers = useWholeList('/api/v1/routers').rows
  if (routers.length === 0) return null
  const all = counts?.all
  const total = (key: 'lines' | 'with_service' | 'online' | 'waiting' | 'stuck') => all && sum(all.map((each) => each[key]))
  const count = (value: number | undefined) => (value === undefined ? undefined : format.number(value))
  const online = total('online')
  const withService = total('with_service')
  const stuck = total('stuck') ?? 0
  const silent = routers.filter((router) => stateOf(router) === 'failing').length
  const held = routers.filter((router) => stateOf(router) === 'held').length
  return (
    <section className={styles.block} aria-label={t`Network`}>
      <h2 className={styles.heading}>
        <Trans>Network</Trans>
      </h2>
      <Figures
        figures={[
          { label: t`Online`, value: count(online), note: total('lines') !== undefined && t`of ${counted.lines(total('lines') ?? 0)} on routers` },
          {
            label: t`Offline`,
            value: withService === undefined || online === undefined ? undefined : format.number(Math.max(0, withService - online)),
            note: t`with service, not dialled in`,
          },
          {
            label: t`Not in sync`,
            value: count(total('waiting')),
            note: stuck > 0 ? t`${format.number(stuck)} waiting for a person` : t`the network follows`,
            to: '/routers/waiting',
          },
          {
            label: t`Routers`,
            value: format.number(routers.length),
            note: silent > 0 ? t`${format.number(silent)} not answering` : held > 0 ? t`${format.number(held)} holding changes back` : t`all answer`,
            ...(may('router.view') ? { to: silent > 0 ? '/routers?state=failing' : held > 0 ? '/routers?state=held' : '/routers' } : {}),
          },
        ]}
      />
    </section>
  )
}
