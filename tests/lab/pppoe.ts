import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed } from '../../server/modules/network/radius/index.ts'
import { missingFreeRadius } from '../../server/testing/free-radius.ts'

export const NAS = '10.99.0.2'
const SERVER = '10.99.0.1'
export const AUTH_PORT = 1812
export const ACCT_PORT = 1813

const PACKAGES = {
  'linux.uml': 'user-mode-linux',
  insmod: 'kmod',
  pppd: 'ppp',
  'pppoe-server': 'pppoe',
  ip: 'iproute2',
  ping: 'iputils-ping',
  freeradius: 'freeradius freeradius-postgresql',
  radclient: 'freeradius-utils',
}

const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`], { env: PATHS }).status === 0
const PATHS = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }

/** Why the lab cannot be run here; null where it can. As root it installs Debian's packages that are missing, and tries what it needs. */
export function missingLab(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the user-mode kernel runs on Linux on x86-64 only'
  if (process.getuid?.() !== 0) return 'only root may make network namespaces and tap devices'
  const absent = Object.entries(PACKAGES).filter(([command]) => !has(command))
  if (absent.length > 0) {
    const packages = absent.flatMap(([, names]) => names.split(' '))
    if (!has('apt-get')) return `${packages.join(', ')} are not installed, and there is no apt-get`
    process.stderr.write(`Installing ${packages.join(', ')} for the lab ...\n`)
    const env = { ...PATHS, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env })
    const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, encoding: 'utf8' })
    // Ours is run by itself; the system's would only stand by.
    if (packages.includes('freeradius')) spawnSync('service', ['freeradius', 'stop'])
    if (done.status !== 0) return `${packages.join(', ')} could not be installed: ${lastLine(done.stderr)}`
  }
  return missingFreeRadius() ?? missingRights()
}

const lastLine = (text: string | null): string => text?.trim().split('\n').at(-1) ?? ''

function missingRights(): string | null {
  if (!existsSync('/dev/net/tun')) return 'this machine has no /dev/net/tun, so there are no tap devices'
  const name = `lastmile-try-${process.pid}`
  const made = spawnSync('ip', ['netns', 'add', name], { env: PATHS, encoding: 'utf8' })
  if (made.status !== 0) return `network namespaces may not be made here: ${lastLine(made.stderr)}`
  const tap = spawnSync('ip', ['netns', 'exec', name, 'ip', 'tuntap', 'add', 'dev', 'tap0', 'mode', 'tap'], { env: PATHS, encoding: 'utf8' })
  spawnSync('ip', ['netns', 'delete', name], { env: PATHS })
  return tap.status === 0 ? null : `tap devices may not be made here: ${lastLine(tap.stderr)}`
}

export interface Person {
  readonly login: string
  readonly password: string
}

/** What a dial came to: an address, and whether the router answered a ping through it. */
export interface Dialled {
  readonly address: string
  readonly ping: string
}

export interface Lab {
  /** The command that puts another into its network. */
  readonly within: readonly string[]
  /** Boots the kernel and has both dial; what became of it. */
  dial(people: readonly [Person, Person]): Promise<readonly [Dialled, Dialled]>
  hangUp(): Promise<void>
  /** The first one dials with another password; what his pppd wrote of it. */
  refuse(): Promise<string>
  /** What was written by kernel, router and boxes, for who looks for a fault. */
  logs(): string
  close(): Promise<void>
}

/** A network namespace with a tap device, and a kernel on it that is router and subscribers; FreeRADIUS is the caller's to start in it. */
export function openLab(secret: string): Lab {
  const namespace = `lastmile-lab-${process.pid}`
  const within = ['ip', 'netns', 'exec', namespace]
  const share = mkdtempSync(join(tmpdir(), 'lastmile-lab-'))
  const run = (command: readonly string[]): void => {
    const [name = '', ...rest] = command
    const done = spawnSync(name, rest, { env: PATHS, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.stderr}`)
  }
  run(['ip', 'netns', 'add', namespace])
  for (const command of [
    ['ip', 'link', 'set', 'lo', 'up'],
    ['ip', 'tuntap', 'add', 'dev', 'tap0', 'mode', 'tap'],
    ['ip', 'address', 'add', `${SERVER}/24`, 'dev', 'tap0'],
    ['ip', 'link', 'set', 'tap0', 'up'],
  ])
    run([...within, ...command])
  mkdirSync(join(share, 'ppp'))
  for (const [name, text] of pppFiles(secret)) writeFileSync(join(share, 'ppp', name), text, { mode: 0o600 })

  let kernel: ReturnType<typeof spawn> | null = null
  let console = ''
  const heard = async (name: string): Promise<string> => {
    const path = join(share, name)
    for (const until = performance.now() + 120_000; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 100))) {
      if (existsSync(path)) {
        const text = readFileSync(path, 'utf8')
        if (text !== '' || name === 'down') return text.trim()
      }
      if (kernel?.exitCode !== null) break
    }
    throw new Error(`The lab did not get to "${name}":\n${logs()}`)
  }
  const say = (name: string): void => writeFileSync(join(share, name), '')
  const logs = (): string =>
    [
      console,
      ...readdirSync(share)
        .filter((name) => name.endsWith('.log'))
        .map((name) => `--- ${name}\n${readFileSync(join(share, name), 'utf8')}`),
    ].join('\n')

  return {
    within,
    async dial([one, two]) {
      const people = { login_one: one.login, password_one: one.password, login_two: two.login, password_two: two.password }
      writeFileSync(
        join(share, 'people'),
        Object.entries(people)
          .map(([name, value]) => `${name}='${value}'\n`)
          .join(''),
        { mode: 0o600 },
      )
      const words = [
        'linux.uml',
        'mem=256M',
        'root=/dev/root',
        'rootfstype=hostfs',
        'rootflags=/',
        'ro',
        'con=null',
        'con0=null,fd:1',
        `init=${join(import.meta.dirname, 'inside.sh')}`,
      ]
      const [command, ...rest] = [...within, ...words, 'vec0:transport=tap,ifname=tap0,depth=64', `lab_share=${share}`]
      const child = spawn(command, rest, { env: PATHS, stdio: ['ignore', 'pipe', 'pipe'] })
      kernel = child
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (console += chunk.toString()))
      const dialled = async (unit: number): Promise<Dialled> => {
        const [address = '', ping = ''] = (await heard(`up-${unit}`)).split(' ')
        return { address, ping }
      }
      return [await dialled(0), await dialled(1)]
    },
    async hangUp() {
      say('hang-up')
      await heard('down')
    },
    refuse: async () => await heard('refused'),
    logs,
    async close() {
      say('over')
      const ending = kernel
      if (ending !== null && ending.exitCode === null) {
        const ended = new Promise((resolve) => ending.once('exit', resolve))
        const impatience = setTimeout(() => ending.kill('SIGKILL'), 10_000)
        await ended
        clearTimeout(impatience)
      }
      spawnSync('ip', ['netns', 'delete', namespace], { env: PATHS })
      rmSync(share, { recursive: true, force: true })
    },
  }
}

function pppFiles(secret: string): ReadonlyMap<string, string> {
  const client = `auth_order radius
login_tries 4
login_timeout 60
nologin /etc/nologin
issue /etc/ppp/issue
authserver ${SERVER}:${AUTH_PORT}
acctserver ${SERVER}:${ACCT_PORT}
servers /etc/ppp/servers
dictionary /etc/ppp/dictionary
login_radius /bin/false
seqfile /run/radius.seq
mapfile /etc/ppp/port-id-map
default_realm
radius_timeout 5
radius_retries 2
`
  const server = `require-chap
noccp
lcp-echo-interval 10
lcp-echo-failure 3
plugin radius.so
radius-config-file /etc/ppp/radius.conf
debug
logfile /mnt/server.log
`
  return new Map([
    ['radius.conf', client],
    ['servers', `${SERVER} ${secret}\n`],
    ['dictionary', dictionary()],
    ['server-options', server],
    ['options', ''],
    ['chap-secrets', ''],
    ['pap-secrets', ''],
    ['port-id-map', ''],
    ['issue', ''],
  ])
}

/** The attributes of the standards in the older form that pppd's plugin reads, made from FreeRADIUS's own. */
function dictionary(): string {
  const types: Readonly<Record<string, string>> = { string: 'string', octets: 'string', ipaddr: 'ipaddr', integer: 'integer', date: 'date' }
  return ['rfc2865', 'rfc2866', 'rfc2869']
    .flatMap((name) => readFileSync(join(installed().dictionaries, `dictionary.${name}`), 'utf8').split('\n'))
    .flatMap((line) => {
      const [word, name = '', number = '', type = ''] = line.split(/\s+/)
      const known = types[type]
      if (word === 'ATTRIBUTE' && known !== undefined && /^\d+$/.test(number)) return [`ATTRIBUTE\t${name}\t${number}\t${known}`]
      return word === 'VALUE' && /^\d+$/.test(type) ? [`VALUE\t${name}\t${number}\t${type}`] : []
    })
    .join('\n')
    .concat('\n')
}
