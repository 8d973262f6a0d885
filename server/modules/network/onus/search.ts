import type { Actor } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { findOnus } from './list/onus-store.ts'

const LEAST_LETTERS = 4
const MAC_DIGITS = 12

/** ONUs by a part of serial, MAC or description; a MAC however it is written. */
export const onuSearch = {
  type: 'onu',
  permission: 'olt.view' satisfies Permission as Permission,
  async search(conn: Conn, actor: Actor, q: string, limit: number) {
    const text = wordOf(q)
    if (text.length < LEAST_LETTERS) return []
    const found = await findOnus(conn, actor.scope, text, limit)
    return found.map(({ id, serial, mac, olt_name, pon, onu_index, client_name, is_exact }) => ({
      type: 'onu',
      id,
      client_id: null,
      title: serial ?? mac ?? `${olt_name} ${pon}:${onu_index}`,
      subtitle: [client_name, `${olt_name} ${pon}:${onu_index}`].filter(Boolean).join(' · '),
      is_exact,
    }))
  },
}

/** As it is kept: `50D4.F700.0109` and `50-d4-f7-00-01-09` are 50:d4:f7:00:01:09. */
function wordOf(typed: string): string {
  const text = typed.trim().toLowerCase()
  const digits = text.replaceAll(/[-:. ]/g, '')
  return /^[0-9a-f]+$/.test(digits) && digits.length === MAC_DIGITS ? digits.replaceAll(/(..)(?!$)/g, '$1:') : text
}
