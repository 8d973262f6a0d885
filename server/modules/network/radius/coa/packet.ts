import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'

/** RFC 5176: a request to change or end a session, and the two answers to each. */
export const CODES = { disconnect: 40, change: 43 } as const
const ACKS: Readonly<Record<number, { isDone: boolean; of: number }>> = {
  41: { isDone: true, of: 40 },
  42: { isDone: false, of: 40 },
  44: { isDone: true, of: 43 },
  45: { isDone: false, of: 43 },
}

const TYPES = { userName: 1, framedIpAddress: 8, acctSessionId: 44, vendorSpecific: 26, messageAuthenticator: 80, errorCause: 101 } as const
const MIKROTIK = 14_988
const MIKROTIK_TYPES = { rateLimit: 8, addressList: 19 } as const
const HEADER = 20

/** Which session, in the words in which the router itself has told of it, and what it gets. */
export interface SessionRequest {
  readonly kind: keyof typeof CODES
  readonly login: string
  readonly acctSessionId: string
  readonly address: string | null
  /** Of a change: what is not named stays. */
  readonly rateLimit?: string | undefined
  readonly addressList?: string | undefined
}

/** The octets of a request; a repetition sends the same. `isSigned`: with Message-Authenticator, computed over an authenticator of zeros. */
export function encodeRequest(request: SessionRequest, { id, secret, isSigned }: { id: number; secret: string; isSigned: boolean }): Buffer {
  const parts = [attribute(TYPES.userName, Buffer.from(request.login, 'utf8')), attribute(TYPES.acctSessionId, Buffer.from(request.acctSessionId, 'utf8'))]
  if (request.address !== null && isIP(request.address) === 4) parts.push(attribute(TYPES.framedIpAddress, Buffer.from(request.address.split('.').map(Number))))
  if (request.rateLimit !== undefined) parts.push(mikrotik(MIKROTIK_TYPES.rateLimit, request.rateLimit))
  if (request.addressList !== undefined) parts.push(mikrotik(MIKROTIK_TYPES.addressList, request.addressList))
  if (isSigned) parts.push(attribute(TYPES.messageAuthenticator, Buffer.alloc(16)))
  const body = Buffer.concat(parts)
  const packet = Buffer.concat([Buffer.of(CODES[request.kind], id, 0, 0), Buffer.alloc(16), body])
  packet.writeUInt16BE(packet.length, 2)
  if (isSigned)
    createHmac('md5', secret)
      .update(packet)
      .digest()
      .copy(packet, packet.length - 16)
  createHash('md5').update(packet).update(secret).digest().copy(packet, 4)
  return packet
}

export interface SessionAnswer {
  readonly isDone: boolean
  /** RFC 5176: 503 there is no such session, 404 the request is not understood, 501 it is not allowed, ... */
  readonly errorCause: number | null
}

/** The answer to a request; null where it is none, or was not made by who knows the secret. */
export function decodeAnswer(packet: Buffer, request: Buffer, secret: string): SessionAnswer | null {
  if (packet.length < HEADER || packet.readUInt16BE(2) > packet.length || packet.readUInt16BE(2) < HEADER) return null
  const answer = packet.subarray(0, packet.readUInt16BE(2))
  const meaning = ACKS[answer[0] as number]
  if (meaning === undefined || meaning.of !== request[0] || answer[1] !== request[1]) return null
  const asSigned = Buffer.concat([answer.subarray(0, 4), request.subarray(4, HEADER), answer.subarray(HEADER)])
  if (!timingSafeEqual(createHash('md5').update(asSigned).update(secret).digest(), answer.subarray(4, HEADER))) return null
  const attributes = readAttributes(answer.subarray(HEADER))
  if (attributes === null) return null
  const at = attributes.find(({ type }) => type === TYPES.messageAuthenticator)?.at
  if (at !== undefined && !isSignedRight(asSigned, HEADER + at, secret)) return null
  const cause = attributes.find(({ type }) => type === TYPES.errorCause)?.value
  return { isDone: meaning.isDone, errorCause: cause?.length === 4 ? cause.readUInt32BE() : null }
}

/** Message-Authenticator of an answer: over the packet with the request's authenticator and its own place zero. */
function isSignedRight(answer: Buffer, at: number, secret: string): boolean {
  const said = Buffer.from(answer.subarray(at, at + 16))
  if (said.length !== 16) return false
  const blank = Buffer.from(answer)
  blank.fill(0, at, at + 16)
  return timingSafeEqual(createHmac('md5', secret).update(blank).digest(), said)
}

/** `at` is where the value begins. Null where lengths do not fit. */
function readAttributes(bytes: Buffer): { type: number; value: Buffer; at: number }[] | null {
  const found: { type: number; value: Buffer; at: number }[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at + 1] ?? 0
    if (length < 2 || at + length > bytes.length) return null
    found.push({ type: bytes[at] as number, value: bytes.subarray(at + 2, at + length), at: at + 2 })
    at += length
  }
  return found
}

function attribute(type: number, value: Buffer): Buffer {
  if (value.length > 253) throw new Error('An attribute of RADIUS holds 253 bytes')
  return Buffer.concat([Buffer.of(type, value.length + 2), value])
}

function mikrotik(type: number, value: string): Buffer {
  const vendor = Buffer.alloc(4)
  vendor.writeUInt32BE(MIKROTIK)
  return attribute(TYPES.vendorSpecific, Buffer.concat([vendor, attribute(type, Buffer.from(value, 'utf8'))]))
}
