import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'

export type LineSync = RowOf<'/api/v1/access/waiting'>

/** Those come right by themselves. */
const BY_ITSELF: readonly LineSync['reason'][] = ['on_its_way', 'router_unreachable']

/** Whether the network does for a line what is wanted, as a dot and its word. */
export function SyncMark({ sync }: { sync: LineSync }) {
  const { t } = useLingui()
  if (sync.in_sync === true) return <Status tone="green" label={t`in sync`} />
  if (sync.in_sync === null) return <Status tone="grey" label={t`not on a router`} isHollow />
  return BY_ITSELF.includes(sync.reason) ? <Status tone="amber" label={t`waits for the router`} isHollow /> : <Status tone="red" label={t`not in sync`} />
}

/** "since 5 min": how long a line has waited. */
export function useWaitedText(): (since: string | null) => string {
  const duration = useDurationText()
  return (since) => (since === null ? '' : duration((Date.now() - Date.parse(since)) / 1000))
}

/** What should stand on the router, and what was seen there, in words. */
export function useWishText() {
  const { t } = useLingui()
  const format = useFormat()
  const service = (isOn: boolean): string => (isOn ? t`with service` : t`without service`)
  return {
    wanted: ({ desired }: LineSync): string => [service(desired.on), desired.profile, desired.static_ip].filter(Boolean).join(' · '),
    seen: ({ observed, observed_at }: LineSync): string =>
      observed === null
        ? t`nothing`
        : [service(!observed.is_disabled), observed.profile, observed.remote_address, observed_at === null ? '' : format.dateTime(observed_at)]
            .filter(Boolean)
            .join(' · '),
  }
}
