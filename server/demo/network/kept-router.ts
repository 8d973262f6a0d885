import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { simulateRouter } from '../../../simulators/routeros/index.ts'
import type { Certificate, Configuration, SimulatedRouter } from '../../../simulators/routeros/index.ts'
import { systemClock } from '../../kernel/clock.ts'
import type { Place } from './places.ts'
import { STRANGERS } from './places.ts'
import { fileOf, keep } from '../kept-folder.ts'

/** A simulated router as it lies in the data folder while it is switched off; readable by its owner only. */
interface Kept {
  readonly identity: string
  readonly version: string
  readonly zone: string
  readonly seed: number
  readonly password: string
  readonly port: number
  readonly tlsPort: number | null
  readonly certificate: Certificate | null
  readonly configuration: Configuration
}

export interface DemoRouter {
  readonly identity: string
  readonly username: string
  readonly password: string
  /** Of the service that is used: with TLS where there is one. */
  readonly port: number
  /** Where it was before, if another program has taken that port meanwhile. */
  readonly earlierPort: number
  readonly isTls: boolean
  readonly simulated: SimulatedRouter
  /** Writes what has not been written yet, and switches it off. */
  close(): Promise<void>
}

const USERNAME = 'lastmile'
/** Changes come in rows of many; they are written together. */
const WRITE_MS = 500

/** A new router on a free port, with what a provider has set up on it by hand. */
export async function makeRouter(folder: string, place: Place, { zone, seed }: { zone: string; seed: number }): Promise<DemoRouter> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { identity, version } = place
  const given = { identity, version, zone, seed, password: randomBytes(12).toString('base64url'), port: 0, tlsPort: place.isTls ? 0 : null }
  return await begin(folder, given, {}, (router) => {
    router.addRow('pools', { name: 'home', ranges: `100.${63 + seed}.0.2-100.${63 + seed}.7.254` })
    router.addRow('pools', { name: 'blocked', ranges: `10.255.${seed}.2-10.255.${seed}.254` })
    router.addRow('profiles', {
      name: 'suspended',
      'local-address': '10.255.0.1',
      'remote-address': 'blocked',
      'rate-limit': '256k/256k',
      'address-list': 'suspended',
    })
    router.addRow('profiles', { name: 'old-5m', 'local-address': '100.64.0.1', 'remote-address': 'home', 'rate-limit': '5M/5M' })
    for (const { name, password } of STRANGERS[identity] ?? []) router.addRow('secrets', { name, password, service: 'pppoe', profile: 'old-5m' })
  })
}

/** Switches a router on again, as it was. */
export async function restartRouter(folder: string, identity: string): Promise<DemoRouter> {
  const { certificate, configuration, ...given } = JSON.parse(readFileSync(fileOf(folder, identity), 'utf8')) as Kept
  return await begin(folder, given, { certificate, configuration })
}

async function begin(
  folder: string,
  given: Omit<Kept, 'certificate' | 'configuration'>,
  kept: Partial<Pick<Kept, 'certificate' | 'configuration'>>,
  furnish: (router: SimulatedRouter) => void = () => {},
): Promise<DemoRouter> {
  const { identity, version, zone, seed, password } = given
  const options = { clock: systemClock, version, identity, zone, seed, users: [{ name: USERNAME, password, group: 'full' }] } as const
  const listen = async (ports: { port: number; tlsPort: number | null }): Promise<SimulatedRouter> => await simulateRouter(options, ports, kept)
  const anywhere = { port: 0, tlsPort: given.tlsPort === null ? null : 0 }
  const simulated = await listen({ port: given.port, tlsPort: given.tlsPort }).catch(async () => await listen(anywhere))
  furnish(simulated)
  for (const box of STRANGERS[identity] ?? []) simulated.subscribers.add(box)

  const write = (): void => {
    const { port, tlsPort, certificate } = simulated
    const state: Kept = { ...given, port, tlsPort: given.tlsPort === null ? null : tlsPort, certificate, configuration: simulated.configuration() }
    keep(folder, identity, state)
  }
  let timer: NodeJS.Timeout | null = null
  simulated.onConfigured(() => {
    timer ??= setTimeout(() => {
      timer = null
      write()
    }, WRITE_MS)
  })
  write()
  const isTls = given.tlsPort !== null
  return {
    identity,
    username: USERNAME,
    password,
    port: isTls ? simulated.tlsPort : simulated.port,
    earlierPort: given.tlsPort ?? given.port,
    isTls,
    simulated,
    async close() {
      if (timer !== null) clearTimeout(timer)
      write()
      await simulated.close()
    },
  }
}
