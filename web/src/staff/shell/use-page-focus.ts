import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * After a change of page the focus stands at its head, so that a screen reader says where one is and Tab begins there; what took the focus
 * itself keeps it.
 */
export function usePageFocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (fromLocation !== undefined && pathChanged) requestAnimationFrame(moveFocus)
      }),
    [router],
  )
}

function moveFocus(): void {
  const main = document.getElementById('main')
  const active = document.activeElement
  const isTaken = active !== null && active !== document.body && (main?.contains(active) === true || active.closest('[role=dialog]') !== null)
  if (main === null || isTaken) return
  const head = main.querySelector<HTMLElement>('h1') ?? main
  head.tabIndex = -1
  head.focus({ preventScroll: true })
}
