import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { families, simulateOlt } from '../../simulators/olt/index.ts'
import { stopOnSignal } from '../processes/stopping.ts'
import { BadUsage } from './command.ts'
import type { CommandEnv } from './command.ts'

/** How often the light moves a little. */
const DRIFT_MS = 5000
const MOST = { pons: 16, onus: 128 } as const

export const OLT_USAGE =
  'simulate olt [--family vsol-gpon] [--pons 4] [--onus 32] [--telnet-port 2323] [--ssh-port 2222] [--snmp-port 1161] [--user admin] [--password-stdin] [--community public] [--old-ssh] [--max-sessions N] [--latency 0] [--cut-pon N] [--unregistered 0] [--seed 1]'

const text = { type: 'string' } as const
const OPTIONS = {
  family: text,
  pons: text,
  onus: text,
  'telnet-port': text,
  'ssh-port': text,
  'snmp-port': text,
  user: text,
  'password-stdin': { type: 'boolean' },
  community: text,
  'old-ssh': { type: 'boolean' },
  'max-sessions': text,
  latency: text,
  'cut-pon': text,
  unregistered: text,
  seed: text,
} as const

/** An OLT on 127.0.0.1 until a signal ends it. The password of its privileged mode is that of the log-in. */
export async function runSimulatedOlt(args: readonly string[], { out, say, secret }: CommandEnv): Promise<void> {
  const values = parse(args)
  const number = (name: keyof typeof values, usual: number, { least, most }: { least: number; most: number }): number => {
    const value = Number(values[name] ?? usual)
    if (!Number.isInteger(value) || value < least || value > most) throw new BadUsage(`--${name} is a whole number from ${least} to ${most}`)
    return value
  }
  const family = values.family ?? 'vsol-gpon'
  if (!families.some(({ id }) => id === family)) throw new BadUsage(`There is no simulated "${family}"; there are ${families.map(({ id }) => id).join(', ')}`)
  const pons = number('pons', 4, { least: 1, most: MOST.pons })
  const port = (name: 'telnet-port' | 'ssh-port' | 'snmp-port', usual: number): number => number(name, usual, { least: 0, most: 65_535 })
  const size = { pons, onusPerPon: number('onus', 32, { least: 1, most: MOST.onus }), seed: number('seed', 1, { least: 0, most: 2 ** 31 }) }
  const ports = { telnetPort: port('telnet-port', 2323), sshPort: port('ssh-port', 2222), snmpPort: port('snmp-port', 1161) }
  const latencyMs = number('latency', 0, { least: 0, most: 60_000 })
  const maxSessions = values['max-sessions'] === undefined ? null : number('max-sessions', 1, { least: 1, most: 100 })
  const waiting = number('unregistered', 0, { least: 0, most: 64 })
  const cut = values['cut-pon'] === undefined ? null : number('cut-pon', 1, { least: 1, most: pons })
  const password = values['password-stdin'] === true ? await secret() : randomBytes(9).toString('base64url')
  const user = values.user ?? 'admin'
  const community = values.community ?? 'public'

  const stopping = stopOnSignal(say)
  const olt = await simulateOlt({ family, ...size, users: { [user]: password }, enablePassword: password, community, isOld: values['old-ssh'] ?? false }, ports)
  stopping.add('the OLT', olt.close)
  Object.assign(olt.faults, { latencyMs, maxSessions })
  for (let count = 0; count < waiting; count += 1) olt.plant.addUnregistered({ pon: 1 + (count % pons) })
  if (cut !== null) olt.plant.cutFibre(cut)
  const timer = setInterval(() => (olt.plant.tick += 1), DRIFT_MS)
  stopping.add('its time', async () => await Promise.resolve(clearInterval(timer)))
  out(`${family} with ${size.pons} PONs of ${size.onusPerPon} ONUs${waiting === 0 ? '' : `, and ${waiting} that nobody has authorised`}`)
  out(`  telnet       ${olt.host}:${olt.telnetPort}`)
  out(`  SSH          ${olt.host}:${olt.sshPort}`)
  out(`  host key     ${olt.fingerprint}`)
  out(`  SNMP         ${olt.host}:${olt.snmpPort}, community ${community}`)
  out(`  user         ${user}`)
  if (values['password-stdin'] !== true) out(`  password     ${password}`)
  await stopping.ended
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
}
