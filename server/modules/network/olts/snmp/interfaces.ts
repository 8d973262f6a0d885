import type { Reading } from '../parse/reading.ts'
import { textOf } from '../parse/values.ts'
import { asNumber, asText, asWord } from './family.ts'
import type { SnmpTable } from './family.ts'

const byIndex: SnmpTable['index'] = (parts) => (parts.length === 1 ? { key: parts.join('.'), says: { index: parts[0] ?? null } } : null)
const upOrDown = (name: string) => asWord({ 1: 'up', 2: 'down' }, (word): Reading => ({ [name]: word === 'up' || word === 'down' ? word : null }))

/** Names alone, to know which PONs there are. */
export const interfaceNames: readonly SnmpTable[] = [
  { of: 'interface', root: '1.3.6.1.2.1.2.2.1', index: byIndex, columns: { 2: asText('descr'), 3: asNumber('type') }, isList: true },
  { of: 'interface', root: '1.3.6.1.2.1.31.1.1.1', index: byIndex, columns: { 1: asText('name') } },
]

/** The ports of any device (RFC 2863). */
export const interfaceTables: readonly SnmpTable[] = [
  ...interfaceNames,
  {
    of: 'interface',
    root: '1.3.6.1.2.1.2.2.1',
    index: byIndex,
    columns: { 5: asNumber('bitsPerSecond', { nothing: [0, 4_294_967_295] }), 7: upOrDown('admin'), 8: upOrDown('oper') },
    isList: true,
  },
  { of: 'interface', root: '1.3.6.1.2.1.31.1.1.1', index: byIndex, columns: { 15: asNumber('megabitsPerSecond', { nothing: [0] }), 18: asText('alias') } },
]

export type InterfaceKind = 'uplink' | 'pon' | 'onu' | 'other'

/** ethernetCsmacd, fastEther, fastEtherFX, gigabitEthernet. */
const ETHERNET = [6, 62, 69, 117]
const GPON = 250
const ONU = /\d:\d|ONU ?\d/i
const PON = /^(?:[xegt]{0,3}g?s?-?pon|[xeg]*pon[-_]olt)[-_ ]?\d|(?:GPON|EPON)_UNI/i
const INWARD = /mgmt|management|meth|loop|null|vlan|outband|inband|GigaEthernet0\/0$/i

/** What a port is for, by its name where that says it, and by its type. The ports of ONUs are rows of some makers' tables too. */
export function interfaceKindOf(name: string, type: number | null): InterfaceKind {
  if (ONU.test(name)) return 'onu'
  if (PON.test(name) || type === GPON) return 'pon'
  // A name of numbers alone does not say what the port is for.
  return type !== null && ETHERNET.includes(type) && /[a-z]/i.test(name) && !INWARD.test(name) ? 'uplink' : 'other'
}

/** `GPON0/1 Clients`, `gpon_olt-1/3/1` -> `0/1`, `1/3/1`. */
export const ponNamed = (name: string): string | null => /\d{1,3}(?:\/\d{1,3}){1,2}/.exec(name)?.[0] ?? null

/** Null where only blanks stand. */
export const nameOf = (row: Reading): string | null => {
  const said = typeof row['name'] === 'string' ? row['name'] : row['descr']
  return typeof said === 'string' ? textOf(said) : null
}
