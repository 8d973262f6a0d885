import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { noteRecent } from '../../lib/recents.ts'

/** Remembers records by the heads of their pages, as they get their names. */
export function useNoteRecents(userId: number): void {
  const { t } = useLingui()
  // What stands at the head while a page loads, or could not.
  const unnamed = [t`Client`, t`Invoice`, t`Payment`, t`Wallet`, t`Package`, t`Import`, t`Billing month`, t`User account`, t`Bulk change`].join('\n')
  useEffect(() => {
    const title = document.querySelector('title')
    if (title === null) return
    const note = (): void => {
      const label = document.querySelector('#main h1')?.textContent ?? ''
      if (!unnamed.split('\n').includes(label)) noteRecent(userId, { to: location.pathname, label })
    }
    const watching = new MutationObserver(note)
    watching.observe(title, { childList: true })
    return () => watching.disconnect()
  }, [userId, unnamed])
}
