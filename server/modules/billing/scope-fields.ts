import { z } from 'zod'
import { idParam, idSchema } from '../../platform/http/schemas.ts'
import type { RunScope } from './run-stage-store.ts'

const ids = z.array(idSchema).min(1).max(10_000).optional()

/** Whom a run is about, in a body; all clients where nothing is said. */
export const scopeLists = { branch_ids: ids, area_ids: ids, router_ids: ids, reseller_ids: ids, client_ids: ids }
type ScopeLists = { readonly [K in keyof typeof scopeLists]?: readonly bigint[] | undefined }

export function scopeOf({ branch_ids, area_ids, router_ids, reseller_ids, client_ids }: ScopeLists): RunScope {
  const lists = { branchIds: branch_ids, areaIds: area_ids, routerIds: router_ids, resellerIds: reseller_ids, clientIds: client_ids }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined))
}

/** The same in a query, one of each. */
export const scopeParams = { branch_id: idParam.optional(), area_id: idParam.optional(), router_id: idParam.optional(), reseller_id: idParam.optional() }
type ScopeParams = { readonly [K in keyof typeof scopeParams]?: bigint | undefined }

const one = (id: bigint | undefined) => (id === undefined ? undefined : [id])

export const scopeOfParams = ({ branch_id, area_id, router_id, reseller_id }: ScopeParams): RunScope =>
  scopeOf({ branch_ids: one(branch_id), area_ids: one(area_id), router_ids: one(router_id), reseller_ids: one(reseller_id) })
