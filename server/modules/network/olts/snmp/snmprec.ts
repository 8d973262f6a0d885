import type { Varbind } from './family.ts'

const OCTETS = 4
const OBJECT_ID = 6
const COUNTER_64 = 70
const ADDRESS = 64

/** One row of a recorded walk, as SNMP would have brought it. */
function varbindOf({ oid, type, value }: { oid: string; type: number; value: Buffer }): Varbind {
  if (type === OCTETS || type === ADDRESS) return { oid, value }
  const text = value.toString('latin1')
  if (type === OBJECT_ID) return { oid, value: text }
  return { oid, value: type === COUNTER_64 && /^\d+$/.test(text) ? BigInt(text) : Number(text) }
}

/** A recorded walk: `oid|type|value` on each line, with `x` behind the type where the value is in hex. Other lines are passed over. */
export function readSnmprec(text: string): Varbind[] {
  return text.split('\n').flatMap((line) => {
    const [, oid = '', type = '', isHex = '', value = ''] = /^(\d[\d.]*)\|(\d{1,3})(x?)\|(.*)$/.exec(line.replace(/\r$/, '')) ?? []
    return oid === '' ? [] : [varbindOf({ oid, type: Number(type), value: Buffer.from(value, isHex === 'x' ? 'hex' : 'latin1') })]
  })
}
