import { Trans, useLingui } from '@lingui/react/macro'
import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useLightText } from '../onus/onu.ts'
import { Mark } from '../../ui/map/mark.tsx'
import type { Kind } from '../../ui/map/shapes.ts'
import { STATES_OF, useKindText, useStateText } from './map.ts'
import styles from './map.module.css'

const LIGHTS = ['weak', 'critical', 'too_strong'] as const

/** What each mark means: what it is by its outline, how it is by its sign and colour. */
export function MapLegend({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useLingui()
  const kindText = useKindText()
  const stateText = useStateText()
  const lightText = useLightText()
  const [isOpen, legend] = useDisclosure(false)
  const seesFibre = kinds.some((kind) => kind !== 'client')
  return (
    <section className={styles.legend} aria-label={t`Legend`}>
      <UnstyledButton className={styles.legendHead ?? ''} aria-expanded={isOpen} onClick={legend.toggle}>
        <Trans>Legend</Trans> {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
      </UnstyledButton>
      {isOpen && (
        <div className={styles.legendBody}>
          {kinds.map((kind) => (
            <dl key={kind}>
              <dt>{kindText(kind)}</dt>
              {STATES_OF[kind].map((state) => (
                <dd key={state}>
                  <Mark kind={kind} state={state} /> {stateText(kind, state)}
                </dd>
              ))}
            </dl>
          ))}
          {seesFibre && (
            <dl>
              <dt>
                <Trans>Light at the client</Trans>
              </dt>
              {LIGHTS.map((light) => (
                <dd key={light}>
                  <Mark kind="client" state="online" light={light} /> {lightText(light)}
                </dd>
              ))}
            </dl>
          )}
        </div>
      )}
    </section>
  )
}
