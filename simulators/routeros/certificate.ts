import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Instant } from '../../server/kernel/time.ts'

/** A key and a certificate signed by itself, as a router makes one for `api-ssl`; RFC 5280 in DER, for there is no tool to count on. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** SHA-256 in hexadecimal, as routers and browsers show it. */
  readonly fingerprint: string
}

const [INTEGER, BITS, SEQUENCE, SET, UTF8] = [0x02, 0x03, 0x30, 0x31, 0x0c]
const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')

export function makeCertificate(name: string, now: Instant): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from(name)))))
  const day = 24
  const [from, until] = [now.subtract({ hours: day }), now.add({ hours: 3650 * day })].map((time) => der(0x18, Buffer.from(generalizedTime(time))))
  const body = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.of(2))),
    der(INTEGER, Buffer.concat([Buffer.of(1), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    subject,
    der(SEQUENCE, from as Buffer, until as Buffer),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  const raw = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(BITS, Buffer.of(0), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${(raw.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(raw).digest('hex'),
  }
}

/** Tag, length, contents. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

const generalizedTime = (time: Instant): string => time.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
