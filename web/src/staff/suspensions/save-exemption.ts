import { http } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'

export type Exemption = RowOf<'/api/v1/exemptions'>

/** Changes or ends one exemption. */
export async function saveExemption(
  { kind, client_id, subscription_id }: Exemption,
  isSet: boolean,
  body: { until: string | null; reason: string },
): Promise<void> {
  const client = { params: { path: { id: client_id } } }
  const { error } =
    kind === 'auto_control'
      ? await http.PUT('/api/v1/subscriptions/{id}/auto-control', { params: { path: { id: subscription_id ?? 0 } }, body: { is_on: !isSet, ...body } })
      : kind === 'vip'
        ? await (isSet ? http.POST('/api/v1/clients/{id}/vip', { ...client, body }) : http.DELETE('/api/v1/clients/{id}/vip', client))
        : await (isSet ? http.POST('/api/v1/clients/{id}/whitelisting', { ...client, body }) : http.DELETE('/api/v1/clients/{id}/whitelisting', client))
  if (error !== undefined) throw error
}
