import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What FreeRADIUS must be able to open by a function of the database (`open_kept` in SQL is the twin): 16 bytes of start value, 32 of
 * HMAC-SHA-256 over place, start value and text, then AES-256-CBC. The first half of the key encrypts, the second proves.
 * Not the sealed form of platform/secrets: that one's key must not leave the program.
 */
export const KEY_BYTES = 64

/** `place` names the row and column, so that a value copied to another row does not open there. */
export function keep(key: Buffer, text: string, place: string): Buffer {
  const start = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', key.subarray(0, 32), start)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([start, proof(key, place, start, body), body])
}

/** @throws Error where the key is another one, or the value was changed or belongs elsewhere */
export function openKept(key: Buffer, kept: Buffer, place: string): string {
  const [start, said, body] = [kept.subarray(0, 16), kept.subarray(16, 48), kept.subarray(48)]
  if (said.length !== 32 || !timingSafeEqual(said, proof(key, place, start, body))) throw new Error(`The key for RADIUS does not open ${place}`)
  const cipher = createDecipheriv('aes-256-cbc', key.subarray(0, 32), start)
  return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8')
}

const proof = (key: Buffer, place: string, start: Buffer, body: Buffer): Buffer =>
  createHmac('sha256', key.subarray(32)).update(place, 'utf8').update(start).update(body).digest()

export const passwordPlace = (subscriptionId: bigint): string => `radius_credentials:${subscriptionId}:password`
export const secretPlace = (routerId: bigint): string => `radius_routers:${routerId}:secret`
