import type { Conn } from '../../platform/db/tx.ts'
import { getSetting } from '../settings/index.ts'
import { nidIndex } from './client-facts.ts'
import { normalisePhone } from './phone.ts'
import { phonePlan } from './settings.ts'
import { selectTaken } from './availability.sql.ts'
import type { Asked } from './availability.sql.ts'

export interface AskAvailability {
  readonly client_code?: string | undefined
  readonly pppoe_login?: string | undefined
  readonly static_ip?: string | undefined
  readonly phone?: string | undefined
  readonly nid?: string | undefined
}

export type Availability = { readonly [K in keyof AskAvailability]?: { readonly is_free: boolean; readonly is_valid: boolean } }

/**
 * Whether codes, logins, addresses and numbers are still free, over the whole company: a login taken in another branch is taken.
 * Says nothing of whose they are. Writes nothing.
 */
export async function readAvailability(conn: Conn, asked: AskAvailability): Promise<Availability> {
  const phone = asked.phone === undefined ? null : normalisePhone(asked.phone, await getSetting(conn, phonePlan))
  const nid = asked.nid === undefined ? null : nidIndex(asked.nid)
  const facts: Asked = { code: asked.client_code ?? null, login: asked.pppoe_login ?? null, ip: asked.static_ip ?? null, phone, nid }
  const taken = await selectTaken(conn, facts)
  return {
    ...(asked.client_code === undefined ? {} : { client_code: { is_free: !taken.code, is_valid: true } }),
    ...(asked.pppoe_login === undefined ? {} : { pppoe_login: { is_free: !taken.login, is_valid: /^[\x21-\x7e]{1,64}$/.test(asked.pppoe_login) } }),
    ...(asked.static_ip === undefined ? {} : { static_ip: { is_free: !taken.ip, is_valid: true } }),
    ...(asked.phone === undefined ? {} : { phone: { is_free: !taken.phone, is_valid: phone !== null } }),
    ...(asked.nid === undefined ? {} : { nid: { is_free: !taken.nid, is_valid: nid !== null } }),
  }
}
