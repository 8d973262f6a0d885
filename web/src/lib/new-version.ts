import { useEffect, useState } from 'react'

/** Not more often than this, however often the window is looked at. */
const APART_MS = 5 * 60_000

const ENTRY = /\/assets\/index-[\w-]+\.js/

/** The script this window began with. */
const running = (): string | null => ENTRY.exec([...document.scripts].map(({ src }) => src).join(' '))?.[0] ?? null

/** Whether the server hands out other pages than those this window shows. */
async function isOutdated(): Promise<boolean> {
  const own = running()
  if (own === null) return false
  const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => null)
  if (answer === null || !answer.ok) return false
  const found = ENTRY.exec(await answer.text())?.[0]
  return found !== undefined && found !== own
}

/** True once the program was updated under an open window. Looked at when the window is looked at again, and when a part of a page is gone. */
export function useNewVersion(): boolean {
  const [isNew, setNew] = useState(false)
  useEffect(() => {
    if (isNew) return
    let lookedAt = Date.now()
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || Date.now() - lookedAt < APART_MS) return
      lookedAt = Date.now()
      if (await isOutdated()) setNew(true)
    }
    const onGone = (): void => void isOutdated().then((outdated) => outdated && setNew(true))
    const onLook = (): void => void look()
    const timer = setInterval(onLook, APART_MS)
    document.addEventListener('visibilitychange', onLook)
    window.addEventListener('vite:preloadError', onGone)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onLook)
      window.removeEventListener('vite:preloadError', onGone)
    }
  }, [isNew])
  return isNew
}
