import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'

const AGAIN_MS = 60_000

/** What came in: the company's for whoever sees its money, one's own takings for whoever only takes it; nothing for others. */
export function useCollections() {
  const may = useMay()
  const whose = may('report.financial') ? 'all' : may('payment.take') ? 'own' : null
  const all = api.useQuery('get', '/api/v1/reports/collections', {}, { enabled: whose === 'all', refetchInterval: AGAIN_MS })
  const own = api.useQuery('get', '/api/v1/reports/collections/own', {}, { enabled: whose === 'own', refetchInterval: AGAIN_MS })
  return { whose, ...(whose === 'own' ? own : all) }
}

export type Collections = NonNullable<ReturnType<typeof useCollections>['data']>
