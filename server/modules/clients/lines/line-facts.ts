import { isIP } from 'node:net'
import { Invalid } from '../../../kernel/errors.ts'
import { parseMac } from '../../../kernel/mac.ts'
import type { LineFacts } from './line.ts'

/** One spelling of addresses, and facts that go together. @throws Invalid 422 naming the fields. */
export function checkedLine(facts: LineFacts): LineFacts {
  const errors: { field: string; message: string }[] = []
  const mac = (field: 'mac' | 'onu_mac'): string | null => {
    const given = facts[field]
    if (given === null || given.trim() === '') return null
    const parsed = parseMac(given)
    if (parsed === null) errors.push({ field, message: 'Expected a MAC address' })
    return parsed
  }
  const login = facts.pppoe_login === null || facts.pppoe_login.trim() === '' ? null : facts.pppoe_login.trim()
  if (login !== null && !/^[\x21-\x7e]{1,64}$/.test(login))
    errors.push({ field: 'pppoe_login', message: 'Expected 1 to 64 Latin letters, digits or signs without spaces' })
  const ip = facts.static_ip === null || facts.static_ip.trim() === '' ? null : facts.static_ip.trim()
  if (ip !== null && isIP(ip) === 0) errors.push({ field: 'static_ip', message: 'Expected an IP address' })
  if (ip === null && facts.connection_kind === 'static') errors.push({ field: 'static_ip', message: 'A static connection needs its address' })
  const checked = { ...facts, pppoe_login: login, static_ip: ip, mac: mac('mac'), onu_mac: mac('onu_mac') }
  if (errors.length > 0) throw new Invalid('Some fields of the line do not fit', { errors })
  return checked
}
