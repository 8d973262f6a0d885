import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import type { Allowed } from '../../ui/allowed-button.tsx'
import type { Verb } from './task.ts'

const LONGEST = 64

/** What an OLT can be told, by its family and by whether changes are allowed from here. */
export function useWrites(oltId: number) {
  const { t } = useLingui()
  const { data } = api.useQuery('get', '/api/v1/olts/{id}/write-capabilities', { params: { path: { id: oltId } } }, { staleTime: 60_000 })
  const of = (verb: Verb) => data?.items.find((item) => item.verb === verb)
  const allowed = (verb: Verb): Allowed => {
    if (data === undefined) return { ok: false, reason: t`It is being asked what the OLT can be told.` }
    if (!data.is_writable) return { ok: false, reason: t`This OLT is only read; allow changes in its settings first.` }
    if (of(verb)?.is_possible !== true) return { ok: false, reason: t`It is not known how this family of OLTs is told so.` }
    return { ok: true }
  }
  return { allowed, of, longestDescription: data?.longest_description ?? LONGEST, profilesAre: data?.profiles_are ?? null }
}
