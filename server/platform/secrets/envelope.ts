import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/**
 * A sealed value, all in one column:
 *   version 1 | id of the key 4 | nonce 12, tag 16, wrapped data key 32 | nonce 12, tag 16, text
 * AES-256-GCM twice: each value has its own data key, which SECRET_KEY wraps, so a new SECRET_KEY rewraps 32 bytes and leaves the text.
 */
const VERSION = 1
const ID_AT = 1
const WRAP_AT = 5
const BODY_AT = WRAP_AT + 12 + 16 + 32

export interface WrappingKey {
  /** First bytes of its hash; tells which key wrapped a value. */
  readonly id: Buffer
  readonly bytes: Buffer
}

/** A value that no known key opens, or that was changed or moved to another row or column. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal'
}

export function wrappingKey(secret: Buffer): WrappingKey {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'lastmile key encryption', 32))
  return { id: createHash('sha256').update(bytes).digest().subarray(0, 4), bytes }
}

/** `aad` names the place (`clients:12:nid`), so that a value copied to another row does not open there. */
export function sealBytes(key: WrappingKey, plain: Buffer, aad: string): Buffer {
  const dataKey = randomBytes(32)
  return Buffer.concat([Buffer.of(VERSION), key.id, encrypt(key.bytes, dataKey, 'data key'), encrypt(dataKey, plain, aad)])
}

/** @throws CannotUnseal */
export function openBytes(keys: readonly WrappingKey[], sealed: Buffer, aad: string): Buffer {
  const dataKey = unwrap(keys, sealed)
  return decrypt(dataKey, sealed.subarray(BODY_AT), aad, 'The sealed value was changed, or belongs to another row or column')
}

/** The same value under `key`; null when it already is. @throws CannotUnseal */
export function rewrapBytes(key: WrappingKey, keys: readonly WrappingKey[], sealed: Buffer): Buffer | null {
  if (keyIdOf(sealed).equals(key.id)) return null
  const dataKey = unwrap(keys, sealed)
  return Buffer.concat([Buffer.of(VERSION), key.id, encrypt(key.bytes, dataKey, 'data key'), sealed.subarray(BODY_AT)])
}

export const keyIdOf = (sealed: Buffer): Buffer => sealed.subarray(ID_AT, WRAP_AT)

function unwrap(keys: readonly WrappingKey[], sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION || sealed.length < BODY_AT + 28) throw new CannotUnseal('This is not a sealed value')
  const id = keyIdOf(sealed)
  const key = keys.find((candidate) => candidate.id.equals(id))
  if (key === undefined) throw new CannotUnseal(`The value was sealed with another SECRET_KEY (${id.toString('hex')})`)
  return decrypt(key.bytes, sealed.subarray(WRAP_AT, BODY_AT), 'data key', 'The data key of a sealed value was changed')
}

function encrypt(key: Buffer, plain: Buffer, aad: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, bytes: Buffer, aad: string, complaint: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(aad)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch (error) {
    throw new CannotUnseal(complaint, { cause: error })
  }
}
