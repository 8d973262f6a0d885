import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { api, isProblem } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import type { Router } from './router.ts'

/** What becomes of a router that is told another way, read from it now; nothing is written by looking. */
export function RadiusEffect({ router, by }: { router: Router; by: 'secrets' | 'radius' }) {
  const { t } = useLingui()
  const format = useFormat()
  const query = { params: { path: { id: router.id }, query: { by } } }
  const { data, error } = api.useQuery('get', '/api/v1/routers/{id}/plan', query, { staleTime: 0, retry: false })
  if (error !== null)
    return (
      <Alert color="yellow" title={t`The router cannot be looked at now`}>
        {isProblem(error) ? error.detail : null} <Trans>What would change on it is not known; it is done when it answers.</Trans>
      </Alert>
    )
  if (data === undefined) return <Skeleton h={120} radius="md" />
  const n = format.number
  const count = (...kinds: readonly string[]) => data.changes.filter(({ kind }) => kinds.includes(kind)).reduce((sum, change) => sum + change.count, 0)
  const removed = data.hold === null ? count('remove_secrets') : data.hold.changes
  return (
    <>
      <Effect>
        {by === 'radius' ? (
          <EffectRow label={<Trans>Secrets of ours that are removed from it</Trans>}>{n(removed)}</EffectRow>
        ) : (
          <EffectRow label={<Trans>Secrets that are written to it</Trans>}>{n(count('add_secret', 'set_secrets'))}</EffectRow>
        )}
        <EffectRow label={<Trans>Sessions that are ended</Trans>}>{n(count('end_sessions') + (data.sessions?.to_end ?? 0))}</EffectRow>
        <EffectRow label={<Trans>Secrets that are not ours and stay</Trans>}>{n(data.foreign)}</EffectRow>
        <EffectRow label={<Trans>Lines whose name one of those has</Trans>}>{n(data.lines.blocked)}</EffectRow>
      </Effect>
      {data.hold?.kind === 'radius_off' && (
        <Alert color="yellow" title={t`The router does not ask RADIUS yet`}>
          <Trans>Until “/ppp aaa set use-radius=yes” is set on it, our secrets stay and go on saying what is wanted; nobody is cut off.</Trans>
        </Alert>
      )}
      {data.hold !== null && data.hold.kind !== 'radius_off' && (
        <Alert color="yellow" title={t`That is more than may change unasked`}>
          <Trans>It is held back on this page until somebody lets it through.</Trans>
        </Alert>
      )}
    </>
  )
}
