import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { simulateOlt } from '../../../simulators/olt/index.ts'
import type { GivenHardware, GivenOnu, SimulatedOlt } from '../../../simulators/olt/index.ts'
import { fileOf, keep as keepIn } from '../kept-folder.ts'

/** A simulated OLT as it lies in the data folder while it is switched off; readable by its owner only. */
interface Kept {
  readonly identity: string
  readonly family: string
  readonly pons: number
  readonly seed: number
  readonly password: string
  readonly enablePassword: string
  readonly community: string
  readonly telnetPort: number
  readonly snmpPort: number
  readonly onus: readonly GivenOnu[]
  readonly unregistered: readonly GivenHardware[]
}

export interface DemoOlt {
  readonly identity: string
  readonly family: string
  readonly username: string
  readonly password: string
  readonly enablePassword: string
  readonly community: string
  /** Where its command line was before, if another program has taken that port meanwhile. */
  readonly earlierPort: number
  readonly simulated: SimulatedOlt
  /** Writes what has changed since it was last written. */
  keep(): void
  close(): Promise<void>
}

const USERNAME = 'lastmile'
/** As long as a real one takes to come up again, nearly. */
const RESTARTS_AFTER_MS = 8000

/** A new OLT on free ports with these ONUs on it. */
export async function makeOlt(folder: string, given: Pick<Kept, 'identity' | 'family' | 'pons' | 'seed' | 'onus' | 'unregistered'>): Promise<DemoOlt> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = (): string => randomBytes(9).toString('base64url')
  return await begin(folder, { ...given, password: secret(), enablePassword: secret(), community: secret(), telnetPort: 0, snmpPort: 0 })
}

/** Switches an OLT on again, with the ONUs that were on it. */
export async function restartOlt(folder: string, identity: string): Promise<DemoOlt> {
  return await begin(folder, JSON.parse(readFileSync(fileOf(folder, identity), 'utf8')) as Kept)
}

async function begin(folder: string, given: Kept): Promise<DemoOlt> {
  const { family, pons, seed, password, enablePassword, community, onus, unregistered, identity } = given
  const options = { family, pons, seed, onus, unregistered, users: { [USERNAME]: password }, enablePassword, community, restartsAfterMs: RESTARTS_AFTER_MS }
  const listen = async (telnetPort: number, snmpPort: number): Promise<SimulatedOlt> => await simulateOlt(options, { telnetPort, snmpPort })
  const simulated = await listen(given.telnetPort, given.snmpPort).catch(async () => await listen(0, 0))
  const { plant } = simulated
  let written = -1
  const keep = (): void => {
    if (written === plant.revision) return
    written = plant.revision
    const state: Kept = {
      ...given,
      telnetPort: simulated.telnetPort ?? 0,
      snmpPort: simulated.snmpPort ?? 0,
      onus: plant.onus.map(({ down: _down, lastDown: _last, upAt: _up, ...onu }) => onu),
      unregistered: plant.unregistered(),
    }
    keepIn(folder, identity, state)
  }
  keep()
  return {
    identity,
    family,
    username: USERNAME,
    password,
    enablePassword,
    community,
    earlierPort: given.telnetPort,
    simulated,
    keep,
    async close() {
      keep()
      await simulated.close()
    },
  }
}
