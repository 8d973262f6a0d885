/**
 * A poll of an OLT of 10,000 ONUs, four values of each, against a bare net-snmp walk of the same columns with the same repetitions. The OLT is
 * simulated, in a process of its own, and takes its share of both.
 *   npm run bench -- olt --onus 10000 --rounds 5
 */
import * as snmp from 'net-snmp'
import { systemClock } from '#kernel/clock.ts'
import { findProfile, pollSnmp } from '#modules/network/olts/index.ts'
import type { OltProfile } from '#modules/network/olts/index.ts'
import { openSnmp } from '#modules/network/transport/index.ts'
import { serve } from './load.ts'
import { pollLoad } from './olt-load.ts'
import { median, timed } from './measure.ts'
import type { Result } from './measure.ts'

type Family = NonNullable<OltProfile['snmp']>

const FAMILY = 'vsol-gpon'
const ONUS_PER_PON = 125
const COMMUNITY = 'public'
const VALUES: Readonly<Record<string, readonly number[]>> = {
  '1.3.6.1.4.1.37950.1.1.6.1.1.1.1': [5],
  '1.3.6.1.4.1.37950.1.1.6.1.1.2.1': [5],
  '1.3.6.1.4.1.37950.1.1.6.1.1.3.1': [6, 7],
}

export async function bench(options: Record<string, number>): Promise<Result[]> {
  return [await pollAgainstWalk(options), ...(await pollLoad(options))]
}

/** State, serial number, and light both ways. */
async function pollAgainstWalk({ onus = 10_000, rounds = 5 }: Record<string, number>): Promise<Result> {
  const family = withColumns(findProfile(FAMILY)?.snmp ?? null, VALUES)
  const served = await serve('simulated-olt.ts', [FAMILY, String(Math.ceil(onus / ONUS_PER_PON)), String(ONUS_PER_PON)])
  const access = { host: '127.0.0.1', port: served.port, credentials: { version: '2c', community: COMMUNITY }, timeoutMs: 5000, retries: 1 } as const
  const session = openSnmp(access)
  const bare = snmp.createSession(access.host, COMMUNITY, { port: served.port, version: snmp.Version2c, timeout: 5000, retries: 1 })
  const roots = family.tables.flatMap(({ root, columns }) => Object.keys(columns).map((column) => `${root}.${column}`))
  const [walks, polls, cpu]: [number[], number[], number[]] = [[], [], []]
  let values = 0
  try {
    for (let round = -1; round < rounds; round += 1) {
      const walk = await timed(async () => (values = await walkBare(bare, roots, family.maxRepetitions)))
      const before = process.cpuUsage()
      const poll = await timed(async () => {
        const { complete, observations, problems } = await pollSnmp(family, session, { pons: null, clock: systemClock, deadlineMs: 120_000 })
        if (!complete || observations.length * roots.length !== values)
          throw new Error(`${observations.length} ONUs came of ${values} values: ${problems.join()}`)
      })
      const used = process.cpuUsage(before)
      if (round < 0) continue
      walks.push(walk)
      polls.push(poll)
      cpu.push((used.user + used.system) / 1000)
    }
  } finally {
    session.close()
    bare.close()
    await served.stop()
  }
  return {
    part: 'P5',
    what: `a poll of an OLT of ${values / roots.length} ONUs, ${roots.length} values of each`,
    ratio: median(polls.map((ms, round) => ms / (walks[round] ?? Number.NaN))),
    against: 'bare net-snmp walk',
    bar: 1.3,
    better: 'less',
    note: `${median(polls).toFixed(0)} ms (${median(cpu).toFixed(0)} ms of a core) against ${median(walks).toFixed(0)} ms, ${family.maxRepetitions} rows an answer`,
  }
}

async function walkBare(session: snmp.Session, roots: readonly string[], maxRepetitions: number): Promise<number> {
  let count = 0
  for (const root of roots)
    await new Promise<void>((resolve, reject) => {
      session.subtree(
        root,
        maxRepetitions,
        (varbinds) => void (count += varbinds.length),
        (error) => (error === null || error === undefined ? resolve() : reject(error)),
      )
    })
  return count
}

/** The family with these columns and no others. */
function withColumns(family: Family | null, wanted: Readonly<Record<string, readonly number[]>>): Family {
  if (family === null) throw new Error(`${FAMILY} has no SNMP`)
  const tables = family.tables.flatMap((table) => {
    const columns = Object.entries(table.columns).filter(([column]) => wanted[table.root]?.includes(Number(column)) === true)
    return columns.length === 0 ? [] : [{ ...table, columns: Object.fromEntries(columns) }]
  })
  return { ...family, tables }
}
