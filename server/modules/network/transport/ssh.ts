import { createHash } from 'node:crypto'
import { Client } from 'ssh2'
import type { Algorithms, ClientChannel } from 'ssh2'
import { DeviceNotTrusted, DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../kernel/device-errors.ts'
import { createWire, unreachable, where } from './wire.ts'
import type { Address, Encoding, Wire } from './wire.ts'

export interface SshAccess extends Address {
  readonly encoding: Encoding
  readonly user: string
  readonly password: string
  /** SHA-256 of the host's key, as `SHA256:...` in base64 or in hex. Null: nothing is trusted, and the error tells the key that was shown. */
  readonly hostKey: string | null
  /** Lets in algorithms that are broken by today's measure, for OLTs that know no other. */
  readonly allowsLegacy: boolean
}

/** What OLTs of ten years ago offer (tried with the simulator's legacy mode on OpenSSL 3 of Node 26). */
const LEGACY: Algorithms = {
  kex: { append: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group1-sha1'], prepend: [], remove: [] },
  serverHostKey: { append: ['ssh-rsa', 'ssh-dss'], prepend: [], remove: [] },
  cipher: { append: ['aes128-cbc', 'aes256-cbc', '3des-cbc'], prepend: [], remove: [] },
  hmac: { append: ['hmac-sha1', 'hmac-md5'], prepend: [], remove: [] },
}
/** Wide and high, so that an OLT which asks the terminal neither wraps nor pages. */
const WINDOW = { term: 'vt100', cols: 250, rows: 1000, width: 0, height: 0 }

/** Opens a shell on an OLT; the key of the host is compared before the password is sent. @throws DeviceUnreachable, DeviceTimedOut, DeviceNotTrusted, DeviceRefusedLogin. */
export async function openSsh(access: SshAccess): Promise<Wire> {
  const client = new Client()
  let channel: ClientChannel | null = null
  let distrust: DeviceNotTrusted | null = null
  const { wire, hear, end, ended } = createWire({
    encoding: access.encoding,
    what: where(access),
    send: (bytes) => void channel?.write(bytes),
    drop: () => client.destroy(),
  })
  return await new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      const reason = distrust ?? reasonOf(access, error)
      end(reason instanceof DeviceUnreachable ? reason : new DeviceUnreachable(reason.message, 'protocol'))
      reject(reason)
    }
    client.on('error', fail)
    client.on('close', ended)
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) => finish(prompts.map(() => access.password)))
    client.once('ready', () => {
      client.shell(WINDOW, (error, opened) => {
        if (error !== undefined) return fail(error)
        channel = opened
        opened.on('data', hear)
        opened.on('close', ended)
        opened.on('error', ended)
        resolve(wire)
      })
    })
    client.connect({
      host: access.host,
      port: access.port,
      username: access.user,
      password: access.password,
      tryKeyboard: true,
      readyTimeout: access.connectTimeoutMs,
      keepaliveInterval: 30_000,
      hostVerifier: (key: Buffer) => {
        distrust = judge(access, key)
        return distrust === null
      },
      ...(access.allowsLegacy ? { algorithms: LEGACY } : {}),
    })
  })
}

function judge(access: SshAccess, key: Buffer): DeviceNotTrusted | null {
  const shown = createHash('sha256').update(key).digest()
  const fingerprint = `SHA256:${shown.toString('base64').replace(/=+$/, '')}`
  if (access.hostKey === null)
    return new DeviceNotTrusted(`${where(access)} shows the host key ${fingerprint}; compare it with the OLT's own, then pin it`, { fingerprint })
  if (readHostKey(access.hostKey)?.equals(shown) === true) return null
  return new DeviceNotTrusted(`${where(access)} shows another host key than the one that was pinned: ${fingerprint}. Find out why before you trust it`, {
    fingerprint,
  })
}

/** `SHA256:base64` or 64 hexadecimal digits; null where the text is no fingerprint. */
export function readHostKey(text: string): Buffer | null {
  const hex = text.replace(/[:\s]/g, '')
  const bytes = /^[0-9a-f]{64}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.from(text.replace(/^SHA256:/, ''), 'base64')
  return bytes.length === 32 ? bytes : null
}

function reasonOf(access: SshAccess, error: Error & { level?: string }): DeviceUnreachable | DeviceRefusedLogin {
  if (error.level === 'client-authentication') return new DeviceRefusedLogin(`${where(access)} refused the log-in of ${access.user}`, [error.message])
  if (error.level === 'client-timeout') return new DeviceTimedOut(`${where(access)} did not take the connection within ${access.connectTimeoutMs} ms`)
  if (/no matching/i.test(error.message)) {
    const advice = access.allowsLegacy ? '' : '; it may be an old one, for which legacy algorithms can be allowed'
    return new DeviceUnreachable(`${where(access)} and this program share no algorithm of SSH (${error.message})${advice}`, 'protocol')
  }
  return error.level === 'client-socket' || error.level === undefined
    ? unreachable(access, error)
    : new DeviceUnreachable(`${where(access)}: ${error.message}`, 'protocol')
}
