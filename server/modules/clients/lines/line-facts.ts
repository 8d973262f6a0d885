import { isIP } from 'node:net'
import { Invalid } from '../../../kernel/errors.ts'
import { parseMac } from '../../../kernel/mac.ts'
import type { LineFacts } from './line.ts'

/** As it is printed on GPON ONUs: four letters of the maker and eight hex digits, with some makers other letters and digits. */
const parseSerial = (given: string): string | null => (/^[a-z0-9]{8,24}$/i.test(given.trim()) ? given.trim().toUpperCase() : null)

/** One spelling of addresses, and facts that go together. @throws Invalid 422 naming the fields. */
export function checkedLine(facts: LineFacts): LineFacts {
  const errors: { field: string; message: string }[] = []
  const parsed = (field: 'mac' | 'onu_mac', parse: (given: string) => string | null, message: string): string | null => {
    const given = facts[field]
    if (given === null || given.trim() === '') return null
    const found = parse(given)
    if (found === null) errors.push({ field, message })
    return found
  }
  const login = facts.pppoe_login === null || facts.pppoe_login.trim() === '' ? null : facts.pppoe_login.trim()
  if (login !== null && !/^[\x21-\x7e]{1,64}$/.test(login))
    errors.push({ field: 'pppoe_login', message: 'Expected 1 to 64 Latin letters, digits or signs without spaces' })
  const ip = facts.static_ip === null || facts.static_ip.trim() === '' ? null : facts.static_ip.trim()
  if (ip !== null && isIP(ip) === 0) errors.push({ field: 'static_ip', message: 'Expected an IP address' })
  if (ip === null && facts.connection_kind === 'static') errors.push({ field: 'static_ip', message: 'A static connection needs its address' })
  const checked = {
    ...facts,
    pppoe_login: login,
    static_ip: ip,
    mac: parsed('mac', parseMac, 'Expected a MAC address'),
    onu_mac: parsed('onu_mac', (given) => parseMac(given) ?? parseSerial(given), 'Expected a MAC address, or a serial such as VSOL1A2B3C4D'),
  }
  if (errors.length > 0) throw new Invalid('Some fields of the line do not fit', { errors })
  return checked
}
