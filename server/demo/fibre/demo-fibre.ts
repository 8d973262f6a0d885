import { join } from 'node:path'
import type { GivenHardware, GivenOnu } from '../../../simulators/olt/index.ts'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { businessDay } from '../../kernel/time.ts'
import { changeOlt, createOlt } from '../../modules/network/olts/index.ts'
import { createBox, forecastLight, pollOlt, settings as onuSettings } from '../../modules/network/onus/index.ts'
import { changeSettings } from '../../modules/settings/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { insertLinks, insertPastLight, selectFibreLines, selectHomes, selectOltAt, updateBoxes } from './fibre-store.ts'
import type { FibreLine, Home } from './fibre-store.ts'
import { alongStreets } from '../streets.ts'
import { keptIn } from '../kept-folder.ts'
import { makeOlt, restartOlt } from './kept-olt.ts'
import type { DemoOlt } from './kept-olt.ts'
import { OLT_PLACES } from './places.ts'
import type { OltPlace } from './places.ts'

export type DemoFibre = Awaited<ReturnType<typeof openDemoFibre>>

const HOST = '127.0.0.1'
const OVERLAP = { minutes: 2 }
/** Of these the fitter has not written down which ONU is at the client's. */
const UNLINKED_EVERY = 67
/** Their connectors gather dust: the light grows weaker day by day. */
const DECAY_EVERY = 41
const DECAY_CENTI_A_DAY = 9
const PAST_DAYS = 45
const PER_BOX = 8
/** Whoever tries the demo does not wait for five minutes; its OLTs are not weary. */
const IMPATIENT = { 'onus.status_minutes': 1, 'onus.optics_minutes': 5, 'onus.inventory_minutes': 10, 'onus.unregistered_minutes': 1 }

/** Serials that only a simulator gives; the same line has the same ONU. */
const serialOf = (id: bigint): string => `PADM${(0x1000_0000 + Number(id)).toString(16).toUpperCase().padStart(8, '0')}`
const macOf = (id: bigint): string => `02:5f:00:${[16, 8, 0].map((bits) => ((Number(id) >> bits) & 255).toString(16).padStart(2, '0')).join(':')}`

/** The demo's five OLTs with an ONU at the end of every fibre line; they lie in the data folder and are switched on with it. */
export async function openDemoFibre(database: Database, dataDir: string) {
  const folder = join(dataDir, 'demo-fibre')
  const actor = systemActor('demo', ALL_PERMISSIONS)
  const olts: DemoOlt[] = []
  const hosts = new Map<string, boolean>()
  const listeners: ((mac: string, isUp: boolean) => void)[] = []
  const known = new Set<bigint>()
  let since = Temporal.Instant.fromEpochMilliseconds(0)

  for (const identity of keptIn(folder)) {
    const olt = await restartOlt(folder, identity)
    follow(olt)
    const id = olt.simulated.telnetPort === olt.earlierPort ? null : await selectOltAt({ db: database.direct }, HOST, olt.earlierPort)
    if (id !== null)
      await inTransaction(
        database,
        { actor, direct: true },
        async (tx) => await changeOlt(tx, id, { cli_port: olt.simulated.telnetPort ?? 23, snmp_port: olt.simulated.snmpPort ?? 161 }),
      )
  }

  /** What is plugged into an ONU is without a line while the ONU is away. */
  function follow(olt: DemoOlt): void {
    olts.push(olt)
    const { plant } = olt.simulated
    for (const onu of plant.onus) for (const mac of onu.hosts) hosts.set(mac, onu.down === null && onu.isEnabled)
    for (const waiting of plant.unregistered()) for (const mac of waiting.hosts) hosts.set(mac, false)
    plant.onChange((onu, isUpNow) => {
      for (const mac of onu.hosts) {
        hosts.set(mac, isUpNow)
        for (const listener of listeners) listener(mac, isUpNow)
      }
    })
  }

  const fibre = {
    olts: olts as readonly DemoOlt[],
    /** Whether what has this address has a line: null where it is at the end of no fibre of the demo. */
    isUp: (mac: string): boolean | null => hosts.get(mac) ?? null,
    onChange: (listener: (mac: string, isUp: boolean) => void): void => void listeners.push(listener),
    /** New OLTs with an ONU for every fibre line, and what has been seen of them over the last weeks. */
    async make(branchIds: readonly bigint[]): Promise<void> {
      const lines = (await selectFibreLines({ db: database.direct }, since)).filter(({ has_left, mac }) => !has_left && mac !== null)
      since = database.clock.now().subtract(OVERLAP)
      for (const line of lines) known.add(line.id)
      await inTransaction(database, { actor, direct: true }, async (tx) => await changeSettings(tx, { known: onuSettings, values: IMPATIENT }))
      for (const [n, place] of OLT_PLACES.entries()) {
        const own = lines.filter(({ pop }) => (place.pops as readonly string[]).includes(pop))
        const olt = await makeOlt(folder, {
          identity: place.identity,
          family: place.family,
          pons: place.pons,
          seed: n + 1,
          onus: onusOf(place, own),
          unregistered: [],
        })
        follow(olt)
        await this.describe(olt, place, branchIds[place.branch] ?? branchIds[0] ?? 0n)
      }
      const at = database.clock.now()
      await forecastLight({ db: database.direct }, { today: businessDay(at, 'UTC'), at })
    },
    async describe(olt: DemoOlt, place: OltPlace, branchId: bigint): Promise<void> {
      const id = await inTransaction(database, { actor, direct: true }, async (tx) => {
        const made = await createOlt(tx, {
          branch_id: branchId,
          name: place.name,
          profile: place.family,
          host: HOST,
          cli: 'telnet',
          cli_port: olt.simulated.telnetPort ?? 23,
          username: olt.username,
          password: olt.password,
          enable_password: olt.enablePassword,
          ssh_host_key: null,
          allows_legacy_ssh: false,
          snmp: '2c',
          snmp_port: olt.simulated.snmpPort ?? 161,
          snmp_community: olt.community,
          snmp_user: '',
          snmp_auth: null,
          snmp_priv: null,
          pons: null,
          is_writable: true,
          latitude: place.at[0],
          longitude: place.at[1],
          is_active: true,
        })
        return made.id
      })
      for (const kind of ['status', 'inventory', 'optics', 'macs', 'system'] as const) await pollOlt(database, id, kind, { actor })
      await inTransaction(database, { actor, direct: true }, async (tx) => {
        await insertLinks(tx, id, { unlinkedEvery: UNLINKED_EVERY })
        await insertPastLight(tx, id, { days: PAST_DAYS, decayEvery: DECAY_EVERY, decayCenti: DECAY_CENTI_A_DAY })
        for (const [pon, homes] of Map.groupBy(await selectHomes(tx, id), (home) => home.pon)) {
          const boxIds: bigint[] = []
          for (let n = 0; n < Math.ceil(homes.length / PER_BOX); n += 1) {
            const own = homes.slice(n * PER_BOX, (n + 1) * PER_BOX)
            const [latitude, longitude] = amid(own) ?? place.at
            const box = await createBox(tx, {
              branch_id: branchId,
              area_id: own.find(({ area_id }) => area_id !== null)?.area_id ?? null,
              parent_id: null,
              olt_id: id,
              pon,
              name: `${place.name.replace('OLT ', '')} ${pon} · ${n + 1}`,
              kind: 'box',
              ports: PER_BOX,
              latitude,
              longitude,
              note: '',
            })
            boxIds.push(box.id)
          }
          await updateBoxes(tx, id, pon, boxIds, PER_BOX)
        }
      })
    },
    /** Who was registered in the console since: his ONU hangs on a PON and waits to be let in. */
    async hang(): Promise<void> {
      if (olts.length === 0) return
      const from = since
      since = database.clock.now().subtract(OVERLAP)
      for (const line of await selectFibreLines({ db: database.direct }, from)) {
        const { id, mac, pop, has_left } = line
        if (known.has(id) || has_left || mac === null || hosts.has(mac)) continue
        known.add(id)
        const place = OLT_PLACES.find(({ pops }) => (pops as readonly string[]).includes(pop))
        const olt = olts.find(({ identity }) => identity === place?.identity)
        if (place === undefined || olt === undefined) continue
        olt.simulated.plant.addUnregistered({ ...hardwareOf(line), pon: Number(id % BigInt(place.pons)) + 1 })
        hosts.set(mac, false)
      }
      for (const olt of olts) {
        olt.simulated.plant.tick += 1
        olt.keep()
      }
    },
    async stop(): Promise<void> {
      for (const olt of olts) await olt.close()
    },
  }
  return fibre
}

function hardwareOf({ id, mac }: FibreLine): Omit<GivenHardware, 'pon'> {
  return {
    serial: serialOf(id),
    mac: macOf(id),
    hosts: mac === null ? [] : [mac],
    ...(id % BigInt(DECAY_EVERY) === 0n ? { decayDbPerDay: DECAY_CENTI_A_DAY / 100, rxCentiDbm: -2350 - (Number(id) % 300) } : {}),
  }
}

/** Who lives next to another hangs on the same PON and mostly in the same box. */
function onusOf({ pons }: OltPlace, lines: readonly FibreLine[]): GivenOnu[] {
  const onEach = Math.ceil(lines.length / pons)
  const inOrder = lines.toSorted((a, b) => alongStreets(a.latitude, a.longitude) - alongStreets(b.latitude, b.longitude))
  return inOrder.map((line, n) => ({
    ...hardwareOf(line),
    pon: Math.floor(n / onEach) + 1,
    id: (n % onEach) + 1,
    description: line.client_code,
  }))
}

/** A pole amid some homes, as latitude and longitude; null where it is known of none where it is. */
function amid(homes: readonly Home[]): [number, number] | null {
  const known = homes.flatMap(({ latitude, longitude }) => (latitude === null || longitude === null ? [] : [{ latitude, longitude }]))
  const mean = (of: 'latitude' | 'longitude') => Math.round((known.reduce((sum, home) => sum + home[of], 0) / known.length) * 1e6) / 1e6
  return known.length === 0 ? null : [mean('latitude'), mean('longitude')]
}
