/**
 * What polling a company's OLTs costs the worker: so many simulated OLTs in a process of their own, the real jobs in another one on an own database, at the
 * usual intervals; processor time and memory of the worker over some minutes after the first round.
 *   npm run bench -- olt --olts 64 --minutes 5
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { systemActor } from '#kernel/actor.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { createBranch } from '#modules/branches/index.ts'
import { createOlt } from '#modules/network/olts/index.ts'
import { settings as onuSettings } from '#modules/network/onus/index.ts'
import { changeSettings } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { installQueue } from '#platform/jobs/index.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { serve } from './load.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import type { BenchDatabase } from './server.ts'

const FAMILY = 'vsol-gpon'
const PONS = 16
const ONUS_PER_PON = 64
/** Light is asked for as often as states are: three times as often as an installation asks for by itself, so that minutes of measuring hold all of it. */
const POLL_MINUTES = 5
const TICKS_PER_SECOND = 100
const FIRST_ROUND_PATIENCE_MS = 10 * 60_000

export async function pollLoad({ olts = 64, minutes = 5 }: Record<string, number>): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await installQueue(database.url)
    const secretKey = randomBytes(32).toString('base64')
    await openSecrets(database.db, { secretKey, oldSecretKeys: [], dataDir: '' })
    const simulated = await serve('simulated-olts.ts', [String(olts), FAMILY, String(PONS), String(ONUS_PER_PON)])
    const answered = once(simulated.process, 'message')
    simulated.process.send('ports')
    const ports = (await answered)[0] as number[]
    await inTransaction(
      database,
      { actor: systemActor('bench', ALL_PERMISSIONS) },
      async (tx) => await changeSettings(tx, { known: onuSettings as readonly Setting[], values: { 'onus.optics_minutes': POLL_MINUTES } }),
    )
    await describe(database, ports)
    const worker = await serve('serve-jobs.ts', [database.url, secretKey])
    try {
      await untilKnown(database, olts * PONS * ONUS_PER_PON)
      const before = cpuSeconds(worker.process.pid ?? 0)
      await sleep(minutes * 60_000)
      const share = (100 * (cpuSeconds(worker.process.pid ?? 0) - before)) / (minutes * 60)
      const megabytes = peakKb(worker.process.pid ?? 0) / 1024
      const polls = await countPolls(database)
      const common = { against: 'of the bar', better: 'less' as const, bar: 1 }
      const told = `${olts} OLTs of ${PONS * ONUS_PER_PON} ONUs over ${minutes} minutes; ${polls} polls were whole`
      return [
        {
          part: 'P5',
          what: `a worker that polls ${olts} OLTs, processor time`,
          ratio: share / 25,
          note: `${share.toFixed(1)} % of a core (bar 25 %); ${told}`,
          ...common,
        },
        {
          part: 'P5',
          what: `a worker that polls ${olts} OLTs, memory`,
          ratio: megabytes / 400,
          note: `${megabytes.toFixed(0)} MB at most (bar 400 MB)`,
          ...common,
        },
      ]
    } finally {
      await worker.stop()
      await simulated.stop()
    }
  })
}

async function describe(database: BenchDatabase, ports: readonly number[]): Promise<void> {
  await inTransaction(database, { actor: systemActor('bench', ALL_PERMISSIONS) }, async (tx) => {
    const branch = await createBranch(tx, { code: 'B', name: 'Branch', phone: '', address: '' })
    for (const [n, port] of ports.entries())
      await createOlt(tx, {
        branch_id: branch.id,
        name: `OLT ${n + 1}`,
        profile: FAMILY,
        host: '127.0.0.1',
        cli: 'none',
        cli_port: 23,
        username: '',
        ssh_host_key: null,
        allows_legacy_ssh: false,
        snmp: '2c',
        snmp_port: port,
        snmp_community: 'public',
        snmp_user: '',
        snmp_auth: null,
        snmp_priv: null,
        pons: null,
        is_writable: false,
        latitude: null,
        longitude: null,
        is_active: true,
      })
  })
}

/** Until the first round has told of every ONU, who it is and its light: what comes after is every day's work. */
async function untilKnown(database: BenchDatabase, onus: number): Promise<void> {
  const until = performance.now() + FIRST_ROUND_PATIENCE_MS
  for (let known = -1; known < onus; await sleep(2000)) {
    if (performance.now() > until) throw new Error(`Only ${known} of ${onus} ONUs were known after ten minutes`)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from onus where serial is not null and measured_at is not null`.execute(database.db)
    known = rows[0]?.n ?? 0
  }
}

async function countPolls(database: BenchDatabase): Promise<number> {
  return (
    (await sql<{ n: number }>`select count(*)::int as n from olt_polls where is_complete and completed_at > now() - interval '6 minutes'`.execute(database.db))
      .rows[0]?.n ?? 0
  )
}

/** User and system time of a process, from /proc (Linux). */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

const peakKb = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
