import { sql } from 'kysely'
import { expect } from 'vitest'
import { simulateOlt } from '../../simulators/olt/index.ts'
import { systemActor } from '../../server/kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../server/kernel/permissions.ts'
import { lookAtOlt } from '../../server/modules/incidents/look/look-at-olt.ts'
import { businessDay } from '../../server/kernel/time.ts'
import { forecastLight, pollOlt } from '../../server/modules/network/onus/index.ts'
import { suggestLinks } from '../../server/modules/network/onus/links/suggest-links.ts'
import { inTransaction } from '../../server/platform/db/transaction.ts'
import type { Console } from './console.ts'
import type { Post } from './fill-set-up.ts'

const PONS = 4
const ACTOR = systemActor('test', ALL_PERMISSIONS)
type Read = <T>(path: string) => Promise<T>

/** An OLT whose ONUs are online, weak, without light and without power, one of them a client's; as polls have found them. */
export async function fillFibre(
  given: Console,
  { send, read }: { send: Post; read: Read },
  { branch, area, lineId }: { branch: number; area: number; lineId: number },
): Promise<{ OLT: number; ONU: number; AWAYONU: number; BOX: number; INCIDENT: number }> {
  const light = [-1840, -2210, -2655, -2910, -750, -2015, -2390]
  const onus = Array.from({ length: PONS * 7 }, (_none, n) => ({
    pon: 1 + Math.floor(n / 7),
    id: 1 + (n % 7),
    rxCentiDbm: light[n % 7] ?? -2000,
    oltRxCentiDbm: (light[n % 7] ?? -2000) - 120,
    description: `home ${n + 1}`,
    // Behind two of them somebody dials in with the same login: which of the two carries the line is for a person to say.
    ...(n === 1 || n === 2 ? { hosts: ['50:d4:f7:00:01:02'] } : {}),
  }))
  const simulated = await simulateOlt({ family: 'vsol-gpon', pons: PONS, onus, unregistered: [{ pon: 2 }, { pon: 4, model: 'V2802GWT' }], seed: 11 })
  given.closeLater(simulated.close)
  const olt = await send('/olts', {
    branch_id: branch,
    name: 'POP মিরপুর ১০, OLT ১',
    profile: 'vsol-gpon',
    host: simulated.host,
    cli: 'telnet',
    cli_port: simulated.telnetPort,
    username: 'admin',
    password: 'admin',
    enable_password: 'enable',
    snmp: '2c',
    snmp_port: simulated.snmpPort,
    snmp_community: 'public',
    is_writable: true,
    latitude: 23.8069,
    longitude: 90.3687,
  })
  const look = async (...kinds: readonly Parameters<typeof pollOlt>[2][]) => {
    for (const kind of kinds) await pollOlt(given.database, BigInt(olt.id), kind, { actor: ACTOR })
  }
  await look('inventory', 'status', 'optics', 'optics', 'macs', 'unregistered', 'system')
  const { items } = await read<{ items: { id: number; pon: string; onu_index: number }[] }>(`/onus?olt_id=${olt.id}&limit=100`)
  const at = (pon: string, index: number): number => items.find((onu) => onu.pon === pon && onu.onu_index === index)?.id ?? 0

  const splitter = await send('/boxes', {
    branch_id: branch,
    area_id: area,
    olt_id: olt.id,
    pon: '0/1',
    name: 'SP-01',
    kind: 'splitter',
    ports: 4,
    latitude: 23.809,
    longitude: 90.366,
  })
  const box = await send('/boxes', {
    branch_id: branch,
    area_id: area,
    parent_id: splitter.id,
    olt_id: olt.id,
    pon: '0/1',
    name: 'বক্স ১২, রোড ৭',
    ports: 8,
    latitude: 23.8102,
    longitude: 90.3644,
  })
  const [own, second] = [at('0/1', 1), at('0/1', 2)]
  expect(own, 'the ONU on 0/1 was polled').toBeGreaterThan(0)
  for (const [n, id] of [own, second].entries()) await send(`/onus/${id}`, { box_id: box.id, box_port: n + 1 }, 'PATCH')
  await inTransaction(given.database, { actor: ACTOR, direct: true }, async (tx) => {
    await suggestLinks(tx, BigInt(olt.id), tx.now)
  })
  await link(given, own, lineId)
  await measured(given, own)
  await fading(given, own)
  await send(`/onus/${second}/description`, { description: 'road_7_house_12', acknowledges_unverified: true })
  await send(`/olts/${olt.id}/console-lines`, { line: 'show version' })
  simulated.plant.cutFibre(3)
  simulated.plant.failPower(({ pon, id }) => pon === 2 && id < 3)
  await look('status')
  await inTransaction(given.database, { actor: ACTOR, direct: true }, async (tx) => await lookAtOlt(tx, BigInt(olt.id)))
  const incidents = await read<{ items: { id: number }[] }>('/incidents')
  return { OLT: olt.id, ONU: own, AWAYONU: at('0/3', 1), BOX: box.id, INCIDENT: incidents.items[0]?.id ?? 0 }
}

/** As a person links them. */
async function link(given: Console, onuId: number, lineId: number): Promise<void> {
  await sql`insert into onu_links (onu_id, subscription_id, source, since) values (${BigInt(onuId)}, ${BigInt(lineId)}, 'person', now())`.execute(
    given.database.db,
  )
}

/** Two days of light that has become less. */
async function measured(given: Console, onuId: number): Promise<void> {
  await sql`select make_day_partition('optical_samples', (now() at time zone 'UTC')::date - n) from generate_series(0, 3) n`.execute(given.database.db)
  await sql`
    insert into optical_samples (onu_id, at, rx_centi_dbm, olt_rx_centi_dbm)
    select ${BigInt(onuId)}, now() - make_interval(mins => n * 15), -1840 + n * 1.4 + (n % 5) * 6, -1960 + n * 1.4 from generate_series(1, 190) n`.execute(
    given.database.db,
  )
}

/** Five weeks in which it has lost light, and what follows from them. */
async function fading(given: Console, onuId: number): Promise<void> {
  await sql`select make_month_partition('optical_hours', (now() at time zone 'UTC')::date - n) from generate_series(0, 40, 20) n`.execute(given.database.db)
  await sql`
    insert into optical_hours (onu_id, day, hours)
    select ${BigInt(onuId)}, (now() at time zone 'UTC')::date - n, array[array[12, 4, v - 3, v, v + 3, -32768, -32768, -32768]]::smallint[]
    from generate_series(1, 35) n cross join lateral (select -2600 + n * 6 + n % 3 as v) light`.execute(given.database.db)
  const at = given.database.clock.now()
  await forecastLight({ db: given.database.db }, { today: businessDay(at, 'UTC'), at })
}
