import { isIP } from 'node:net'
import { parseMac } from '../../../kernel/mac.ts'
import { getSetting } from '../../settings/index.ts'
import { asciiDigits, normalisePhone } from '../phone.ts'
import { phonePlan } from '../settings.ts'
import type { SearchProvider } from './provider.ts'
import { findClients, findLines } from './store.ts'

/** Clients by a part of the code, name, telephone or e-mail; a telephone number in any spelling. */
export const clientSearch: SearchProvider = {
  type: 'client',
  permission: 'client.view',
  async search(conn, actor, q, limit) {
    const text = asciiDigits(q)
    const phone = /^[+\d][\d\s().-]{5,}$/.test(text) ? normalisePhone(text, await getSetting(conn, phonePlan)) : null
    const found = await findClients(conn, actor.scope, [...new Set([text, ...(phone === null ? [] : [phone])])], limit)
    return found.map(({ id, code, name, phone: number, is_exact }) => ({
      type: 'client',
      id,
      client_id: id,
      title: name,
      subtitle: `${code} · ${number}`,
      is_exact,
    }))
  },
}

/** Lines by a part of the PPPoE login, a MAC address in any notation, or the whole static address. */
export const lineSearch: SearchProvider = {
  type: 'subscription',
  permission: 'client.view',
  async search(conn, actor, q, limit) {
    const text = asciiDigits(q)
    const found = await findLines(conn, actor.scope, { text: parseMac(text) ?? text, ip: isIP(text) === 0 ? null : text }, limit)
    return found.map((line) => ({
      type: 'subscription',
      id: line.id,
      client_id: line.client_id,
      title: line.pppoe_login ?? line.static_ip ?? line.mac ?? line.onu_mac ?? `#${line.id}`,
      subtitle: `${line.client_name} · ${line.client_code}`,
      is_exact: line.is_exact,
    }))
  },
}
