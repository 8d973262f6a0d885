import { Trans } from '@lingui/react/macro'
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { useConnectionLost } from '../../lib/connection.ts'
import { useNewVersion } from '../../lib/new-version.ts'
import styles from './notice-bar.module.css'

/** What concerns the whole window: a server that does not answer, an update under an open page. */
export function NoticeBar() {
  const isLost = useConnectionLost()
  const isNew = useNewVersion()
  return (
    <div role="status" className={styles.notices}>
      {isLost && (
        <div className={`${styles.notice} ${styles.lost}`}>
          <IconPlugConnectedX size={17} aria-hidden />
          <span>
            <Trans>The server does not answer. What you see may be old; what you type stays. It is tried again by itself.</Trans>
          </span>
        </div>
      )}
      {isNew && !isLost && (
        <div className={styles.notice}>
          <IconRefresh size={17} aria-hidden />
          <span>
            <Trans>The program was updated. Finish what you are typing, then load the page again.</Trans>
          </span>
          <button type="button" onClick={() => location.reload()}>
            <Trans>Load again</Trans>
          </button>
        </div>
      )}
    </div>
  )
}
