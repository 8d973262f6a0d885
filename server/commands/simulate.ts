import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { furnishNetwork, simulateRouter } from '../../simulators/routeros/index.ts'
import { systemClock } from '../kernel/clock.ts'
import type { Clock } from '../kernel/clock.ts'
import { stopOnSignal } from '../processes/stopping.ts'
import type { Command } from './command.ts'
import { BadUsage } from './command.ts'
import { OLT_USAGE, runSimulatedOlt } from './simulate-olt.ts'

/** How often what is due happens while nobody asks, so that who listens hears of it. */
const TICK_MS = 250

export const command: Command = {
  name: 'simulate',
  summary: 'a MikroTik router with subscribers, or an OLT with ONUs, on 127.0.0.1, to try things on without hardware, until a signal ends it',
  usage: `simulate routeros [--port 8728] [--tls-port 8729] [--version 7.18.2] [--identity NAME] [--subscribers 200] [--user admin] [--password-stdin] [--zone Asia/Dhaka] [--speed 1] [--seed 1] [--latency 0]\n${OLT_USAGE}`,
  async run(args, env) {
    if (args[0] === 'olt') return await runSimulatedOlt(args.slice(1), env)
    const { out, say, secret } = env
    const given = readArguments(args)
    const password = given.isPasswordGiven ? await secret() : randomBytes(9).toString('base64url')
    const stopping = stopOnSignal(say)
    const users = [{ name: given.user, password, group: 'full' }] as const
    const { version, identity, zone, seed, subscribers } = given
    const router = await simulateRouter({ clock: hurriedClock(given.speed), version, identity, zone, users, seed }, given)
    stopping.add('the router', router.close)
    router.faults.latencyMs = given.latencyMs
    furnishNetwork(router, { subscribers, seed })
    const timer = setInterval(router.subscribers.settle, TICK_MS)
    stopping.add('its time', async () => await Promise.resolve(clearInterval(timer)))
    out(`RouterOS ${version} with ${subscribers} subscribers`)
    out(`  address      ${router.host}:${router.port}`)
    out(`  with TLS     ${router.host}:${router.tlsPort}`)
    out(`  fingerprint  ${router.fingerprint}`)
    out(`  user         ${given.user}`)
    if (!given.isPasswordGiven) out(`  password     ${password}`)
    await stopping.ended
  },
}

/** An hour of the router passes in `1 / speed` of an hour. */
function hurriedClock(speed: number): Clock {
  const began = systemClock.now()
  return { now: () => began.add({ milliseconds: Math.round(systemClock.now().since(began).total('milliseconds') * speed) }) }
}

function readArguments([what, ...args]: readonly string[]) {
  if (what !== 'routeros')
    throw new BadUsage(what === undefined ? 'simulate wants to know what: routeros or olt' : `There is no simulated "${what}"; there are routeros and olt`)
  const values = parse(args)
  const number = (name: keyof typeof values, usual: number, { least, most }: { least: number; most: number }): number => {
    const value = Number(values[name] ?? usual)
    if (!Number.isFinite(value) || value < least || value > most) throw new BadUsage(`--${name} is a number from ${least} to ${most}`)
    return value
  }
  const zone = values.zone ?? Temporal.Now.timeZoneId()
  try {
    systemClock.now().toZonedDateTimeISO(zone)
  } catch {
    throw new BadUsage(`"${zone}" is no time zone such as Asia/Dhaka`)
  }
  const version = values.version ?? '7.18.2'
  if (!/^[67]\.\d+(\.\d+)?$/.test(version)) throw new BadUsage('--version is one of RouterOS 6 or 7, such as 6.49.10')
  return {
    port: number('port', 8728, { least: 0, most: 65_535 }),
    tlsPort: number('tls-port', 8729, { least: 0, most: 65_535 }),
    version,
    identity: values.identity ?? 'simulated',
    subscribers: number('subscribers', 200, { least: 0, most: 50_000 }),
    user: values.user ?? 'admin',
    isPasswordGiven: values['password-stdin'] ?? false,
    zone,
    speed: number('speed', 1, { least: 0.001, most: 10_000 }),
    seed: number('seed', 1, { least: 0, most: 2 ** 31 }),
    latencyMs: number('latency', 0, { least: 0, most: 60_000 }),
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const named = {
    port: text,
    'tls-port': text,
    version: text,
    identity: text,
    subscribers: text,
    user: text,
    zone: text,
    speed: text,
    seed: text,
    latency: text,
  }
  try {
    return parseArgs({ args: [...args], options: { ...named, 'password-stdin': { type: 'boolean' } } }).values
  } catch (error) {
    throw new BadUsage((error as Error).message)
  }
}
