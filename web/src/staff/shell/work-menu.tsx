import { Trans, useLingui } from '@lingui/react/macro'
import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconActivity } from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import { useFormat } from '../../lib/use-format.ts'
import { isUnderWay, useEnded, useWork, useWorkName, workKey, workPath } from './use-work.ts'
import type { Work } from './use-work.ts'
import { WorkLine } from './work-line.tsx'
import styles from './work.module.css'

/** What works in the background, from whichever page one is on; the end of one's own work is said in the corner. */
export function WorkMenu() {
  const { t } = useLingui()
  const format = useFormat()
  const [isOpen, panel] = useDisclosure(false)
  const work = useWork()
  const running = work.filter(isUnderWay).length
  const nameOf = useWorkName()
  const router = useRouter()
  useEnded(work, (ended) => {
    // Its own page shows what came of it already.
    if (ended.kind !== 'export' && router.state.location.pathname === workPath(ended)) return
    const name = nameOf(ended)
    const title = ended.state === 'failed' ? t`${name} failed` : ended.state === 'cancelled' ? t`${name} was stopped` : t`${name} is done`
    notifications.show({
      // A run ends twice, as a preview and as itself: the second word is said while the first still stands.
      id: noticeOf(ended),
      title,
      message: <Outcome work={ended} />,
      color: ended.state === 'failed' ? 'red' : ended.failed > 0 ? 'yellow' : 'brand',
      withBorder: true,
      autoClose: ended.state === 'failed' || ended.failed > 0 ? 20_000 : 9000,
    })
  })
  const label = running === 0 ? t`Work in the background` : t`Work in the background: ${format.number(running)} under way`
  return (
    <Popover opened={isOpen} onChange={(wanted) => (wanted ? panel.open() : panel.close())} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.button} aria-label={label} title={label} onClick={panel.toggle}>
          <IconActivity size={17} aria-hidden />
          {running > 0 && (
            <>
              <span className={styles.ring} aria-hidden="true" />
              <span className={styles.count} aria-hidden="true">
                {format.number(running)}
              </span>
            </>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown px={0} pt="sm" pb={4}>
        <div className={styles.panel}>
          <h2>
            <Trans>Work in the background</Trans>
          </h2>
          {work.length === 0 && (
            <p className={styles.none}>
              <Trans>Nothing runs now. Month runs, imports and exports show here how far they are, also after you left their page.</Trans>
            </p>
          )}
          {work.map((each) => (
            <WorkLine key={workKey(each)} work={each} onGo={panel.close} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

const noticeOf = (work: Work): string => `${workKey(work)} ${work.is_preview ? 'preview' : 'work'}`

function Outcome({ work }: { work: Work }) {
  const format = useFormat()
  return (
    <>
      {work.failed > 0 && (
        <>
          <Trans>{format.number(work.failed)} could not be done.</Trans>{' '}
        </>
      )}
      {work.kind === 'export' && work.state === 'done' ? (
        <a className="lm-link" href={`/api/v1/exports/${work.id}/file`}>
          <Trans>Download the file</Trans>
        </a>
      ) : (
        <Link to={workPath(work)} className="lm-link" onClick={() => notifications.hide(noticeOf(work))}>
          <Trans>Look at the result</Trans>
        </Link>
      )}
    </>
  )
}
