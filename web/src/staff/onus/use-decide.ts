import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { onuName } from './onu.ts'
import type { Suggestion } from './onu.ts'

/** Confirms or rejects a suggestion; answers whether it was done. */
export function useDecide() {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<{ error?: unknown }>, done: string): Promise<boolean> => {
    setBusy(true)
    const { error } = await work().catch((thrown: unknown) => ({ error: thrown }))
    setBusy(false)
    if (error !== undefined) {
      sayFailed(error, t`The server cannot be reached.`)
      return false
    }
    await client.invalidateQueries()
    sayDone(done)
    return true
  }
  return {
    isBusy,
    confirm: async ({ onu_id, subscription_id, client_name, ...onu }: Suggestion) =>
      await run(
        () => http.PUT('/api/v1/onus/{id}/link', { params: { path: { id: onu_id } }, body: { subscription_id } }),
        t`${onuName(onu)} carries the line of ${client_name}.`,
      ),
    reject: async ({ onu_id, subscription_id, client_name, ...onu }: Suggestion) =>
      await run(
        () => http.POST('/api/v1/onu-link-suggestions/rejection', { body: { onu_id, subscription_id } }),
        t`${onuName(onu)} is not suggested for ${client_name} again.`,
      ),
  }
}
