import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'

export type Olt = RowOf<'/api/v1/olts'>
export type OltCounts = paths['/api/v1/olt-counts']['get']['responses']['200']['content']['application/json']['items'][number]
export type Checked = paths['/api/v1/olts/connection-test']['post']['responses']['200']['content']['application/json']
export type Polls = paths['/api/v1/olts/{id}/polls']['get']['responses']['200']['content']['application/json']
export type PonPort = paths['/api/v1/olts/{id}/pon-ports']['get']['responses']['200']['content']['application/json']['items'][number]
export type Port = paths['/api/v1/olts/{id}/ports']['get']['responses']['200']['content']['application/json']['items'][number]
type Trouble = NonNullable<Olt['health']['error_kind']>

export const OLT_STATES = ['working', 'failing', 'never_seen', 'inactive'] as const
export type OltState = (typeof OLT_STATES)[number]

export function stateOf({ is_active, health }: Olt): OltState {
  if (!is_active) return 'inactive'
  if (health.error_kind !== null) return 'failing'
  return health.seen_at === null ? 'never_seen' : 'working'
}

export function useOltStateText(): (state: OltState) => string {
  const { t } = useLingui()
  return (state) => ({ working: t`Works`, failing: t`Does not answer`, never_seen: t`Not seen yet`, inactive: t`Not in use` })[state]
}

/** Why an OLT cannot be asked, in a few words; what to do about it is said by a test. */
export function useOltTroubleText(): (trouble: Trouble) => string {
  const { t } = useLingui()
  return (trouble) =>
    ({
      refused: t`Nothing listens at its port`,
      silent: t`It does not answer`,
      no_route: t`There is no way to it`,
      unknown_host: t`Its name is not known`,
      session_limit: t`It takes no more connections`,
      closed: t`It breaks the connection off`,
      other_host_key: t`It shows another host key than the one you trust`,
      strange_host_key: t`Nobody has said that its host key is right`,
      wrong_password: t`User or password is not right`,
    })[trouble]
}

/** How the ONUs of the OLTs of a list are, by the OLT's id. */
export function useOltCounts(ids: readonly number[]): ((id: number) => OltCounts | undefined) | undefined {
  const poll = useFallbackPoll()
  const { data } = api.useQuery(
    'get',
    '/api/v1/olt-counts',
    { params: { query: { olt_id: ids.slice(0, MOST) } } },
    { enabled: ids.length > 0, refetchInterval: poll, placeholderData: (before) => before },
  )
  return data === undefined ? undefined : (id) => data.items.find(({ olt_id }) => olt_id === id)
}

/** So many the server counts at a time. */
const MOST = 200

/** The families by their name on the wire. */
export function useProfiles() {
  const { data } = api.useQuery('get', '/api/v1/olt-profiles', {}, { staleTime: 600_000 })
  const items = data?.items ?? []
  return { items, titleOf: (id: string | null) => (id === null ? '' : (items.find((profile) => profile.id === id)?.title ?? id)) }
}
