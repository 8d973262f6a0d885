import { useEffect, useState } from 'react'

export interface LiveRate {
  readonly at: string
  readonly rate: { readonly upload_kbps: number; readonly download_kbps: number } | null
  readonly trouble: { readonly code: string; readonly advice: string } | null
}

/** So many seconds are kept in sight. */
export const LIVE_SECONDS = 60

/** What the router of a line says of it once a second, the newest last; listens only while `isWatched` and the page is looked at. */
export function useLiveRates(lineId: number, isWatched: boolean): { ticks: readonly LiveRate[]; isRefused: boolean } {
  const [ticks, setTicks] = useState<readonly LiveRate[]>([])
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    if (!isWatched) return
    setTicks([])
    setRefused(false)
    let source: EventSource | null = null
    const open = () => {
      source ??= new EventSource(`/api/v1/subscriptions/${lineId}/live/rates`)
      source.onerror = () => setRefused(source?.readyState === EventSource.CLOSED)
      source.addEventListener('rate', ({ data }: MessageEvent<string>) => setTicks((before) => [...before, JSON.parse(data) as LiveRate].slice(-LIVE_SECONDS)))
    }
    const close = () => {
      source?.close()
      source = null
    }
    const turn = () => (document.hidden ? close() : open())
    turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      close()
    }
  }, [lineId, isWatched])
  return { ticks, isRefused }
}
