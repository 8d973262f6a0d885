import { createCipheriv, createHash } from 'node:crypto'

/** What a subscriber's box computes for MS-CHAPv2 (RFC 2759), for tests: the two attributes of its request as radclient reads them. */
export function msChap2({
  login,
  password,
  challenge,
  peerChallenge,
}: {
  login: string
  password: string
  challenge: Buffer
  peerChallenge: Buffer
}): string[] {
  const hash = createHash('sha1').update(peerChallenge).update(challenge).update(login).digest().subarray(0, 8)
  const response = challengeResponse(hash, ntHash(password))
  const value = Buffer.concat([Buffer.of(1, 0), peerChallenge, Buffer.alloc(8), response])
  return [`MS-CHAP-Challenge = 0x${challenge.toString('hex')}`, `MS-CHAP2-Response = 0x${value.toString('hex')}`]
}

const ntHash = (password: string): Buffer => md4(Buffer.from(password, 'utf16le'))

/** Eight bytes under three DES keys of seven bytes each. */
export function challengeResponse(challenge: Buffer, hash: Buffer): Buffer {
  const keys = Buffer.concat([hash, Buffer.alloc(5)])
  return Buffer.concat([0, 7, 14].map((at) => des(keys.subarray(at, at + 7), challenge)))
}

function des(key7: Buffer, block: Buffer): Buffer {
  const bits = BigInt(`0x${key7.toString('hex')}`)
  const key = Buffer.from(Array.from({ length: 8 }, (_, n) => Number((bits >> BigInt(49 - 7 * n)) & 127n) << 1))
  // Three times the same key is DES once.
  const cipher = createCipheriv('des-ede3', Buffer.concat([key, key, key]), null).setAutoPadding(false)
  return Buffer.concat([cipher.update(block), cipher.final()])
}

/** RFC 1320. */
export function md4(text: Buffer): Buffer {
  const padded = Buffer.concat([text, Buffer.of(0x80), Buffer.alloc((119 - (text.length % 64)) % 64), Buffer.alloc(8)])
  padded.writeBigUInt64LE(BigInt(text.length) * 8n, padded.length - 8)
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
  for (let at = 0; at < padded.length; at += 64) {
    const x = Array.from({ length: 16 }, (_, n) => padded.readUInt32LE(at + 4 * n))
    const [aa, bb, cc, dd] = [a, b, c, d]
    const rounds = [
      {
        mix: (p: number, q: number, r: number) => (p & q) | (~p & r),
        add: 0,
        order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        by: [3, 7, 11, 19],
      },
      {
        mix: (p: number, q: number, r: number) => (p & q) | (p & r) | (q & r),
        add: 0x5a827999,
        order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
        by: [3, 5, 9, 13],
      },
      {
        mix: (p: number, q: number, r: number) => p ^ q ^ r,
        add: 0x6ed9eba1,
        order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
        by: [3, 9, 11, 15],
      },
    ]
    for (const { mix, add, order, by } of rounds) {
      for (const [step, word] of order.entries()) {
        const next = turn((a + mix(b, c, d) + (x[word] as number) + add) | 0, by[step % 4] as number)
        ;[a, b, c, d] = [d, next, b, c]
      }
    }
    ;[a, b, c, d] = [(a + aa) | 0, (b + bb) | 0, (c + cc) | 0, (d + dd) | 0]
  }
  const digest = Buffer.alloc(16)
  for (const [n, value] of [a, b, c, d].entries()) digest.writeInt32LE(value | 0, 4 * n)
  return digest
}
