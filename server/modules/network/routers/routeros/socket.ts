import { createHash } from 'node:crypto'
import { connect as connectPlain, isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import { DeviceNotTrusted, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { UnreachableReason } from '../../../../kernel/device-errors.ts'

export interface Endpoint {
  readonly host: string
  readonly port: number
  /** Null: not encrypted (service `api`). Routers sign their own certificates, so the one to trust is named by its SHA-256 fingerprint. */
  readonly tls: { readonly fingerprint: string | null } | null
  readonly connectTimeoutMs: number
}

const REASONS: Readonly<Record<string, [UnreachableReason, string]>> = {
  ECONNREFUSED: ['refused', 'nothing listens there; see whether the service is enabled in /ip/service and the port is right'],
  EHOSTUNREACH: ['no_route', 'there is no way to this address'],
  ENETUNREACH: ['no_route', 'there is no way to this network'],
  ENOTFOUND: ['unknown_host', 'the name is not known'],
  EAI_AGAIN: ['unknown_host', 'the name cannot be looked up now'],
  ETIMEDOUT: ['timed_out', 'nothing answers'],
  ECONNRESET: ['closed', 'the connection was reset; see whether this address is allowed in /ip/service'],
  EPIPE: ['closed', 'the connection was closed'],
}

const KEEP_ALIVE_MS = 30_000

/** Opens the wire and, with TLS, looks at the certificate before anything is sent. @throws DeviceUnreachable, DeviceTimedOut, DeviceNotTrusted. */
export async function openSocket(endpoint: Endpoint): Promise<Socket> {
  const { host, port, tls, connectTimeoutMs } = endpoint
  const pinned = tls === null || tls.fingerprint === null ? null : parseFingerprint(tls.fingerprint)
  const socket =
    tls === null
      ? connectPlain({ host, port })
      : connectTls({
          host,
          port,
          ...(isIP(host) === 0 ? { servername: host } : {}),
          // The pinned certificate is compared below; without a pin an authority has to have signed it.
          rejectUnauthorized: false,
        })
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new DeviceTimedOut(`${where(endpoint)} did not take the connection within ${connectTimeoutMs} ms`)), connectTimeoutMs)
    const fail = (error: Error): void => {
      clearTimeout(timer)
      // Whatever the socket says from now on, it was said already.
      socket.on('error', () => {})
      socket.destroy()
      reject(error)
    }
    const onError = (error: Error): void => fail(unreachable(endpoint, error))
    const onClose = (): void => fail(new DeviceUnreachable(`${where(endpoint)} closed the connection while it was made`, 'closed'))
    const begin = (): void => {
      clearTimeout(timer)
      const doubt = tls === null ? null : distrust(socket as TLSSocket, endpoint, pinned)
      if (doubt !== null) return fail(doubt)
      socket.off('error', onError)
      socket.off('close', onClose)
      // A router that lost its power says nothing; only the probes of TCP find that out on a quiet connection.
      resolve(socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS))
    }
    socket.once('error', onError)
    socket.once('close', onClose)
    socket.once(tls === null ? 'connect' : 'secureConnect', begin)
  })
}

/** The error a person can act on, from what the socket said. */
export function unreachable(endpoint: Endpoint, error: Error): DeviceUnreachable {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const [reason, advice] = REASONS[code] ?? (endpoint.tls === null ? ['closed', error.message] : tlsReason(code, error))
  const message = `${where(endpoint)} cannot be reached: ${advice}`
  return reason === 'timed_out' ? new DeviceTimedOut(message) : new DeviceUnreachable(message, reason)
}

export const where = ({ host, port }: Pick<Endpoint, 'host' | 'port'>): string => `The router at ${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/** 64 hexadecimal digits, lower case; null where the text is no SHA-256 fingerprint. */
export function parseFingerprint(text: string): string | null {
  const digits = text.replace(/[:\s]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null
}

function tlsReason(code: string, error: Error): [UnreachableReason, string] {
  // With no certificate set RouterOS offers anonymous key exchange only, which proves nothing and is refused here.
  const hasNoCommonCipher = /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS/.test(code) || /handshake failure/i.test(error.message)
  if (hasNoCommonCipher) return ['tls', 'no secure connection came about; the service api-ssl needs a certificate']
  return ['tls', `no secure connection came about (${error.message}); see whether this is the port of api-ssl`]
}

function distrust(socket: TLSSocket, endpoint: Endpoint, pinned: string | null): DeviceNotTrusted | null {
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) return new DeviceNotTrusted(`${where(endpoint)} has shown no certificate; set one for the service api-ssl`)
  const shown = createHash('sha256').update(certificate.raw).digest('hex')
  const isPinGiven = endpoint.tls !== null && endpoint.tls.fingerprint !== null
  if (isPinGiven && shown === pinned) return null
  const isNamed = isIP(endpoint.host) === 0 ? certificate.checkHost(endpoint.host) : certificate.checkIP(endpoint.host)
  if (!isPinGiven && socket.authorized && isNamed !== undefined) return null
  const fingerprint = (shown.match(/../g) ?? []).join(':').toUpperCase()
  const message = isPinGiven
    ? `${where(endpoint)} shows another certificate than the one that was pinned: ${fingerprint}. Find out why before you trust it`
    : `No authority vouches for the certificate of ${where(endpoint).replace('The', 'the')}. Its SHA-256 fingerprint is ${fingerprint}; compare it with the router's own, then pin it`
  return new DeviceNotTrusted(message, { fingerprint })
}
