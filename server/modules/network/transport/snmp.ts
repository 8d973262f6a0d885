import { isIP } from 'node:net'
import * as snmp from 'net-snmp'
import { DeviceTimedOut, DeviceUnreachable } from '../../../kernel/device-errors.ts'
import { where } from './wire.ts'

/** Who asks. With version 3 and no passwords it is as open as version 2c. */
export type SnmpCredentials =
  | { readonly version: '2c'; readonly community: string }
  | {
      readonly version: '3'
      readonly user: string
      readonly auth: { readonly protocol: 'md5' | 'sha' | 'sha256' | 'sha512'; readonly password: string } | null
      readonly privacy: { readonly protocol: 'des' | 'aes' | 'aes256'; readonly password: string } | null
    }

export interface SnmpAccess {
  readonly host: string
  readonly port: number
  readonly credentials: SnmpCredentials
  /** Of one question; it is asked once more before it counts as not answered. */
  readonly timeoutMs: number
  readonly retries: number
}

/** A value as it came: whole numbers, 64-bit counters, bytes; an OID as its dotted text. */
export interface SnmpRow {
  readonly oid: string
  readonly value: number | bigint | Buffer | string
}

export interface Walked {
  readonly rows: readonly SnmpRow[]
  /** The walk came to the end of the subtree, and every step led forward. */
  readonly complete: boolean
  /** Why it did not. */
  readonly problem: string | null
  /** The device did not answer, or with an error; null where it answered and the answer was no use. */
  readonly error: DeviceUnreachable | null
}

export interface SnmpSession {
  /** Every row under `root`, in their order. What came before an error is given with it. Never throws for what the device does. */
  walk(root: string, options: { readonly maxRepetitions: number; readonly deadline: AbortSignal; readonly mostRows?: number }): Promise<Walked>
  /** @throws DeviceTimedOut, DeviceUnreachable. */
  get(oids: readonly string[]): Promise<SnmpRow[]>
  /** Repeatable. */
  close(): void
}

const MOST_ROWS = 200_000
const COUNTER_64 = 70

/** SNMP to one device. One question at a time is on its way; it is for the caller not to start two walks at once. */
export function openSnmp(access: SnmpAccess): SnmpSession {
  const options = {
    port: access.port,
    timeout: access.timeoutMs,
    retries: access.retries,
    transport: isIP(access.host) === 6 ? ('udp6' as const) : ('udp4' as const),
    backoff: 1,
  }
  const { credentials } = access
  let isClosed = false
  const session =
    credentials.version === '2c'
      ? snmp.createSession(access.host, credentials.community, { ...options, version: snmp.Version2c })
      : snmp.createV3Session(access.host, userOf(credentials), options)
  // What the socket says while nobody asks is heard by the next question, which times out.
  session.on('error', () => {})

  const bulk = async (oid: string, maxRepetitions: number): Promise<snmp.Varbind[]> =>
    await new Promise((resolve, reject) => {
      session.getBulk([oid], 0, maxRepetitions, (error, varbinds) => {
        if (error === null) resolve((varbinds?.[0] ?? []) as snmp.Varbind[])
        else reject(reasonOf(access, error))
      })
    })

  return {
    walk: async (root, { maxRepetitions, deadline, mostRows = MOST_ROWS }) => {
      const rows: SnmpRow[] = []
      const whole: Walked = { rows, complete: true, problem: null, error: null }
      const short = (problem: string, error: DeviceUnreachable | null = null): Walked => ({ rows, complete: false, problem, error })
      let last = root
      const prefix = `${root}.`
      for (;;) {
        if (deadline.aborted) return short('it took longer than it may')
        let found: snmp.Varbind[]
        try {
          found = await bulk(last, maxRepetitions)
        } catch (error) {
          return short((error as Error).message, error as DeviceUnreachable)
        }
        // An answer without rows is no end: the end has a mark of its own.
        if (found.length === 0) return short('an answer was empty')
        for (const varbind of found) {
          if (varbind.type === snmp.ObjectType.EndOfMibView) return whole
          if (snmp.isVarbindError(varbind)) return short(snmp.varbindError(varbind))
          const { oid } = varbind
          if (!oid.startsWith(prefix)) return compareOids(oid, root) > 0 ? whole : short(`it went back to ${oid}`)
          if (compareOids(oid, last) <= 0) return short(`it does not go forward at ${oid}`)
          rows.push({ oid, value: valueOf(varbind) })
          last = oid
          if (rows.length >= mostRows) return short(`there are more than ${mostRows} rows`)
        }
      }
    },
    get: async (oids) =>
      await new Promise((resolve, reject) => {
        session.get([...oids], (error, varbinds) => {
          if (error !== null) return reject(reasonOf(access, error))
          resolve((varbinds ?? []).filter((varbind) => !snmp.isVarbindError(varbind)).map((varbind) => ({ oid: varbind.oid, value: valueOf(varbind) })))
        })
      }),
    close: () => {
      if (isClosed) return
      isClosed = true
      session.close()
    },
  }
}

/** Which OID comes first: part by part, as numbers. Without a list of parts of each, for a walk compares every row. */
export function compareOids(one: string, other: string): number {
  let left = 0
  let right = 0
  while (left <= one.length && right <= other.length) {
    const leftEnd = endOfPart(one, left)
    const rightEnd = endOfPart(other, right)
    // Of two numbers the longer is the greater, and of two as long the first digit that differs decides.
    if (leftEnd - left !== rightEnd - right) return leftEnd - left - (rightEnd - right)
    for (let at = 0; at < leftEnd - left; at += 1) {
      const difference = one.charCodeAt(left + at) - other.charCodeAt(right + at)
      if (difference !== 0) return difference
    }
    left = leftEnd + 1
    right = rightEnd + 1
  }
  return one.length - left - (other.length - right)
}

function endOfPart(oid: string, from: number): number {
  const dot = oid.indexOf('.', from)
  return dot < 0 ? oid.length : dot
}

function valueOf({ type, value }: snmp.Varbind): SnmpRow['value'] {
  if (type === COUNTER_64 && Buffer.isBuffer(value)) return BigInt(`0x${value.toString('hex') || '0'}`)
  return Buffer.isBuffer(value) || typeof value === 'number' || typeof value === 'bigint' ? value : String(value)
}

function userOf({ user, auth, privacy }: Extract<SnmpCredentials, { version: '3' }>): snmp.User {
  const level =
    privacy !== null && auth !== null ? snmp.SecurityLevel.authPriv : auth !== null ? snmp.SecurityLevel.authNoPriv : snmp.SecurityLevel.noAuthNoPriv
  return {
    name: user,
    level,
    ...(auth === null ? {} : { authProtocol: snmp.AuthProtocols[auth.protocol], authKey: auth.password }),
    ...(auth === null || privacy === null
      ? {}
      : { privProtocol: snmp.PrivProtocols[privacy.protocol === 'aes256' ? 'aes256b' : privacy.protocol], privKey: privacy.password }),
  }
}

function reasonOf(access: SnmpAccess, error: Error): DeviceUnreachable {
  if (error.name === 'RequestTimedOutError') {
    return new DeviceTimedOut(`${where(access)} does not answer SNMP; see whether it is switched on there, and whether the community or user is right`)
  }
  return new DeviceUnreachable(`${where(access)} answered SNMP with an error: ${error.message}`, 'protocol')
}
