import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { createHash } from 'node:crypto'
import ssh2 from 'ssh2'
import { families } from './families/list.ts'
import { noFaults } from './faults.ts'
import { createPlant } from './plant.ts'
import type { GivenHardware, GivenOnu } from './plant.ts'
import { openShell } from './shell.ts'
import type { Inside } from './shell.ts'
import { openAgent } from './snmp/agent.ts'

const HOST = '127.0.0.1'
const IAC = 255
const COMMAND = 250

export interface OltOptions {
  /** One of the families of `families/list.ts`. */
  readonly family: string
  readonly pons: number
  /** So many on each PON, made from the seed; with `onus` there are none but those. */
  readonly onusPerPon?: number
  readonly onus?: readonly GivenOnu[]
  /** They hang on a PON and nobody has authorised them. */
  readonly unregistered?: readonly GivenHardware[]
  readonly seed?: number
  /** Light that decays, counters and times go by it. */
  readonly clock?: () => Temporal.Instant
  readonly startsAfterMs?: number
  readonly restartsAfterMs?: number
  readonly users?: Readonly<Record<string, string>>
  readonly enablePassword?: string
  readonly community?: string
  /** SSH offers nothing but what OLTs of ten years ago do. */
  readonly isOld?: boolean
}

/** 0 takes a free port; null leaves the service out. */
export interface OltPorts {
  readonly telnetPort?: number | null
  readonly sshPort?: number | null
  readonly snmpPort?: number | null
}

export type SimulatedOlt = Awaited<ReturnType<typeof simulateOlt>>

/** An OLT on 127.0.0.1 with a command line over telnet and SSH, and SNMP version 2c; it lives until `close`. */
export async function simulateOlt(options: OltOptions, { telnetPort = 0, sshPort = null, snmpPort = 0 }: OltPorts = {}) {
  const family = families.find(({ id }) => id === options.family)
  if (family === undefined) throw new Error(`There is no simulated "${options.family}"; there are ${families.map(({ id }) => id).join(', ')}`)
  const faults = noFaults()
  const plant = createPlant({ ...options, seed: options.seed ?? 1, isEpon: family.isEpon })
  for (const one of options.unregistered ?? []) plant.addUnregistered(one)
  const inside: Inside = { family, plant, faults, users: options.users ?? { admin: 'admin' }, enablePassword: options.enablePassword ?? 'enable', typed: [] }
  const ends = new Set<() => void>()
  let peak = 0
  let isClosed = false

  /** A session is counted until its line is closed; whoever comes when all are taken is told so. */
  const isFull = (): boolean => faults.maxSessions !== null && ends.size >= faults.maxSessions
  const enter = (end: () => void): (() => void) => {
    ends.add(end)
    peak = Math.max(peak, ends.size)
    return () => void ends.delete(end)
  }

  const telnet = createServer((socket: Socket) => {
    socket.setNoDelay(true).on('error', () => {})
    if (isFull()) return void socket.end(`${family.full}\r\n`)
    socket.on(
      'close',
      enter(() => socket.destroy()),
    )
    // Will echo, will suppress go-ahead, do tell the terminal's type: what real ones open with.
    socket.write(Buffer.from([IAC, 251, 1, IAC, 251, 3, IAC, 253, 24]))
    const shell = openShell(inside, { write: (text) => void (socket.writable && socket.write(escaped(text))), end: () => socket.end() }, { isKnown: false })
    socket.on('data', (bytes: Buffer) => shell.take(withoutCommands(bytes)))
  })
  const key = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const old = {
    kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
    serverHostKey: ['ssh-rsa'],
    cipher: ['aes128-cbc', '3des-cbc'],
    hmac: ['hmac-sha1', 'hmac-md5'],
  } as unknown as ssh2.Algorithms
  const ssh = new ssh2.Server({ hostKeys: [key.privateKey], ...(options.isOld === true ? { algorithms: old } : {}) }, (client) => {
    client.on('error', () => {})
    client.on('authentication', (context) => {
      if (context.method === 'password' && inside.users[context.username] === context.password) context.accept()
      else context.reject(['password'])
    })
    client.on(
      'close',
      enter(() => client.end()),
    )
    client.on('session', (accept) => {
      const session = accept()
      session.on('pty', (allow) => allow?.())
      session.on('window-change', (allow) => allow?.())
      session.on('shell', (open) => {
        const channel = open()
        channel.on('error', () => {})
        if (isFull() && ends.size > (faults.maxSessions ?? 0)) {
          channel.end(`${family.full}\r\n`)
          client.end()
          return
        }
        const shell = openShell(
          inside,
          {
            write: (text) => void (channel.writable && channel.write(Buffer.from(text, 'latin1'))),
            end: () => {
              channel.end()
              client.end()
            },
          },
          { isKnown: true },
        )
        channel.on('data', (bytes: Buffer) => shell.take(bytes.toString('latin1')))
      })
    })
  })
  const listen = async (
    server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown },
    port: number | null,
  ): Promise<number | null> => {
    if (port === null) return null
    await new Promise<void>((resolve) => void server.listen(port, HOST, resolve))
    return (server.address() as AddressInfo).port
  }
  const own = family.ownRows(plant)
  const rows = { revision: () => plant.revision, all: () => [...family.rows(plant), ...own] }
  const agent = snmpPort === null ? null : await openAgent({ rows, faults, community: options.community ?? 'public', port: snmpPort })
  const public64 = ssh2.utils.parseKey(key.privateKey)
  const shown = public64 instanceof Error ? Buffer.alloc(0) : (Array.isArray(public64) ? public64[0] : public64)?.getPublicSSH()

  return {
    host: HOST,
    telnetPort: await listen(telnet, telnetPort),
    sshPort: await listen(ssh, sshPort),
    snmpPort: agent?.port ?? null,
    /** Of the SSH host's key. */
    fingerprint: `SHA256:${createHash('sha256')
      .update(shown ?? Buffer.alloc(0))
      .digest('base64')
      .replace(/=+$/, '')}`,
    plant,
    faults,
    typed: inside.typed as readonly string[],
    get sessions() {
      return ends.size
    },
    get peakSessions() {
      return peak
    },
    close: async (): Promise<void> => {
      if (isClosed) return
      isClosed = true
      plant.close()
      for (const end of ends) end()
      await Promise.all([
        telnetPort === null ? null : new Promise((resolve) => telnet.close(resolve)),
        sshPort === null ? null : new Promise<void>((resolve) => ssh.close(() => resolve())),
        agent?.close(),
      ])
    },
  }
}

const escaped = (text: string): Buffer => Buffer.from(text.replaceAll('\u00ff', '\u00ff\u00ff'), 'latin1')

/** What a client says about the protocol is read over; nobody here cares. */
function withoutCommands(bytes: Buffer): string {
  const data: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte !== IAC) data.push(byte)
    else if ((bytes[at + 1] ?? 0) > COMMAND && bytes[at + 1] !== IAC) at += 2
    else at += 1
  }
  return Buffer.from(data).toString('latin1')
}
