import type { Conn } from '../../../platform/db/tx.ts'
import { nidIndex } from '../client-facts.ts'
import { selectTakenOf } from './bulk.sql.ts'
import type { CheckedRegistration, FieldError } from './check-registration.ts'

export interface Taken {
  /** The client who has this code already. */
  readonly clientId: bigint | null
  readonly errors: readonly FieldError[]
}

/** For each registration what of it somebody else has already. The twin of the unique indexes, asked beforehand. Writes nothing. */
export async function readTaken(conn: Pick<Conn, 'db'>, registrations: readonly CheckedRegistration[]): Promise<Taken[]> {
  const keys = registrations.map(keysOf)
  const of = <K extends keyof Keys>(key: K) => keys.flatMap((each) => (each[key] === null ? [] : [each[key] as NonNullable<Keys[K]>]))
  const taken = await selectTakenOf(conn, { codes: of('code'), logins: of('login'), ips: of('ip'), nids: of('nid') })
  return keys.map(({ code, login, ip, nid }) => {
    const errors: FieldError[] = []
    if (login !== null && taken.logins.has(login)) errors.push({ field: 'pppoe_login', message: 'Another line has this PPPoE login' })
    if (ip !== null && taken.ips.has(ip)) errors.push({ field: 'static_ip', message: 'Another line has this static address' })
    if (nid !== null && taken.nids.has(nid.toString('hex'))) errors.push({ field: 'nid', message: 'Another client has this national identity number' })
    return { clientId: code === null ? null : (taken.codes.get(code) ?? null), errors }
  })
}

export interface Keys {
  readonly code: string | null
  readonly login: string | null
  readonly ip: string | null
  readonly nid: Buffer | null
}

/** What must be unique of a registration, in the form it is compared in. */
export const keysOf = ({ code, nid, line }: CheckedRegistration): Keys => ({
  code,
  login: line?.facts.pppoe_login?.toLowerCase() ?? null,
  ip: line?.facts.static_ip ?? null,
  nid: nid === null ? null : nidIndex(nid),
})
