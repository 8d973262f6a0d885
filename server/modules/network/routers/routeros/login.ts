import { createHash } from 'node:crypto'
import { encodeText } from './text.ts'

/** What RouterOS before 6.43 wants instead of the password: 00 and the MD5 of a zero byte, the password and the challenge. Null: no challenge. */
export function challengeResponse(password: string, challenge: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(challenge)) return null
  const hash = createHash('md5').update(Buffer.of(0)).update(encodeText(password)).update(Buffer.from(challenge, 'hex'))
  return `00${hash.digest('hex')}`
}
