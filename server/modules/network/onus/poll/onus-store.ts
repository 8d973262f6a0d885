import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import type { OnuObservation } from '../../olts/index.ts'
import type { Light } from '../light.ts'
import { centi } from '../onu.ts'
import type { KnownOnu, OnuEvent } from '../onu.ts'
import type { Identity, Move } from './plan-inventory.ts'
import type { StateChange } from './plan-status.ts'

export { absorbNameless } from './absorb-store.ts'

type Db = Pick<Conn, 'db'>

const columns = sql`id, serial, mac, olt_id, pon, onu_index, is_present, model, description, state, raw_state, cause, raw_cause, light, light_seen`

/** The ONUs of an OLT. Its lease keeps others from recording what they saw; no row is locked, for most of them stay as they are. */
export async function selectKnown(tx: Tx, oltId: bigint): Promise<KnownOnu[]> {
  return (await sql<KnownOnu>`select ${columns} from onus where olt_id = ${oltId} order by id`.execute(tx.db)).rows
}

/** The ONUs of an OLT and those of others that bear one of `identities`, in the order of their ids, locked: devices may move between OLTs. */
export async function lockKnown(tx: Tx, oltId: bigint, identities: readonly string[] = []): Promise<KnownOnu[]> {
  const { rows } = await sql<KnownOnu>`
    select ${columns} from onus
    where olt_id = ${oltId} or serial = any(${identities as string[]}::text[]) or (serial is null and mac = any(${identities as string[]}::text[]))
    order by id for update`.execute(tx.db)
  return rows
}

const list = (rows: readonly unknown[]): string => JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))

export async function updateStates(tx: Tx, changes: readonly StateChange[], at: Instant): Promise<void> {
  if (changes.length === 0) return
  await sql`
    update onus o set state = c.state, raw_state = c.raw_state, cause = c.cause, raw_cause = c.raw_cause, since = case when c."isTurn" then ${at} else o.since end
    from jsonb_to_recordset(${list(changes)}::jsonb) as c (id bigint, state text, raw_state text, cause text, raw_cause text, "isTurn" boolean) where o.id = c.id`.execute(
    tx.db,
  )
}

/** Places nobody was known at, and devices nobody has seen before. Answers their ids in the order given. */
export async function insertOnus(tx: Tx, oltId: bigint, seen: readonly OnuObservation[], at: Instant): Promise<bigint[]> {
  if (seen.length === 0) return []
  const rows = seen.map(({ pon, onuId, serial, rawSerial, mac, model, description, state, rawState, cause, rawCause }, n) => ({
    n,
    pon,
    onu_index: onuId,
    serial,
    raw_serial: rawSerial ?? serial,
    mac,
    model: model ?? '',
    description: description ?? '',
    state,
    raw_state: rawState,
    cause,
    raw_cause: rawCause,
  }))
  const { rows: made } = await sql<{ id: bigint }>`
    with given as (
      select * from jsonb_to_recordset(${list(rows)}::jsonb) as g (n int, pon text, onu_index int, serial text, raw_serial text, mac text, model text, description text,
        state text, raw_state text, cause text, raw_cause text)
    ), made as (
      insert into onus (serial, raw_serial, mac, model, description, olt_id, pon, onu_index, state, raw_state, cause, raw_cause, since, first_seen_at)
      select serial, raw_serial, mac, model, description, ${oltId}, pon, onu_index, state, raw_state, cause, raw_cause, ${at}, ${at} from given order by n
      returning id, pon, onu_index
    ), placed as (
      insert into onu_places (onu_id, since, olt_id, pon, onu_index) select id, ${at}, ${oltId}, pon, onu_index from made
    )
    select made.id from made join given using (pon, onu_index) order by given.n`.execute(tx.db)
  return rows.length === made.length ? made.map(({ id }) => id) : []
}

/** They are not where they were, and nowhere else as far as is known. */
export async function updateAbsent(tx: Tx, ids: readonly bigint[], at: Instant): Promise<void> {
  if (ids.length === 0) return
  await sql`update onus set is_present = false, since = case when state = 'online' then ${at} else since end, state = case when state = 'online' then 'offline' else state end
    where id = any(${ids.map(String)}::bigint[])`.execute(tx.db)
  await sql`update onu_places set until = ${at} where onu_id = any(${ids.map(String)}::bigint[]) and until is null`.execute(tx.db)
}

/** First all of them leave where they stood, so that two may change places. */
export async function updatePlaces(tx: Tx, oltId: bigint, moves: readonly Move[], at: Instant): Promise<void> {
  if (moves.length === 0) return
  const ids = moves.map(({ id }) => id.toString())
  await sql`update onus set is_present = false where id = any(${ids}::bigint[])`.execute(tx.db)
  const given = sql`jsonb_to_recordset(${list(moves)}::jsonb) as m (id bigint, pon text, onu_index int)`
  const isThere = sql`(p.olt_id = ${oltId} and p.pon = m.pon and p.onu_index = m.onu_index)`
  await sql`update onu_places p set until = ${at} from ${given} where p.onu_id = m.id and p.until is null and not ${isThere}`.execute(tx.db)
  await sql`update onus o set olt_id = ${oltId}, pon = m.pon, onu_index = m.onu_index, is_present = true from ${given} where o.id = m.id`.execute(tx.db)
  await sql`
    insert into onu_places (onu_id, since, olt_id, pon, onu_index) select m.id, ${at}, ${oltId}, m.pon, m.onu_index from ${given}
    where not exists (select from onu_places p where p.onu_id = m.id and p.until is null) on conflict do nothing`.execute(tx.db)
}

export async function updateIdentities(tx: Tx, identities: readonly Identity[]): Promise<void> {
  if (identities.length === 0) return
  await sql`
    update onus o set serial = i.serial, raw_serial = coalesce(i.raw_serial, o.raw_serial), mac = i.mac, model = i.model, description = i.description
    from jsonb_to_recordset(${list(identities)}::jsonb) as i (id bigint, serial text, raw_serial text, mac text, model text, description text) where o.id = i.id`.execute(
    tx.db,
  )
}

export interface Measured {
  readonly id: bigint
  readonly seen: OnuObservation
  readonly light: Light
  readonly lightSeen: Light
}

/** What was measured of each, and a sample of it. What was not measured this time stays as it was measured last. */
export async function recordMeasured(tx: Tx, measured: readonly Measured[], at: Instant): Promise<void> {
  if (measured.length === 0) return
  const rows = measured.map(({ id, seen, light, lightSeen }) => [
    id.toString(),
    centi(seen.rxDbm),
    centi(seen.oltRxDbm),
    centi(seen.txDbm),
    seen.temperatureC,
    seen.voltageV,
    seen.biasMa,
    seen.distanceM === null ? null : Math.round(seen.distanceM),
    light,
    lightSeen,
  ])
  const column = (n: number): unknown[] => rows.map((row) => row[n] ?? null)
  const given = sql`unnest(${column(0)}::bigint[], ${column(1)}::smallint[], ${column(2)}::smallint[], ${column(3)}::smallint[], ${column(4)}::real[], ${column(5)}::real[],
    ${column(6)}::real[], ${column(7)}::int[], ${column(8)}::text[], ${column(9)}::text[]) as m (id, rx, olt_rx, tx, temperature, voltage, bias, distance, light, light_seen)`
  await sql`select make_day_partition('optical_samples', (${at}::timestamptz at time zone 'UTC')::date)`.execute(tx.db)
  await sql`
    with sampled as (
      insert into optical_samples (onu_id, at, rx_centi_dbm, olt_rx_centi_dbm, tx_centi_dbm, temperature_c)
      select id, ${at}, rx, olt_rx, tx, round(temperature)::smallint from ${given} where rx is not null or olt_rx is not null order by id
    )
    update onus o set rx_centi_dbm = coalesce(m.rx, o.rx_centi_dbm), olt_rx_centi_dbm = coalesce(m.olt_rx, o.olt_rx_centi_dbm), tx_centi_dbm = coalesce(m.tx, o.tx_centi_dbm),
      temperature_c = coalesce(m.temperature, o.temperature_c), voltage_v = coalesce(m.voltage, o.voltage_v), bias_ma = coalesce(m.bias, o.bias_ma),
      distance_m = coalesce(m.distance, o.distance_m), measured_at = ${at}, light = m.light, light_seen = m.light_seen,
      light_since = case when o.light is distinct from m.light then ${at} else o.light_since end
    from ${given} where o.id = m.id`.execute(tx.db)
}

export async function insertEvents(tx: Tx, events: readonly OnuEvent[], at: Instant): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into onu_events (at, onu_id, olt_id, pon, kind, was, is_now, cause, raw_cause, detail)
    select ${at}, onu_id, olt_id, pon, kind, was, is_now, cause, raw_cause, coalesce(detail, '{}')
    from jsonb_to_recordset(${list(events)}::jsonb) as e (onu_id bigint, olt_id bigint, pon text, kind text, was text, is_now text, cause text, raw_cause text, detail jsonb)`.execute(
    tx.db,
  )
}

/** Nobody was promised what was measured, and it is measured again: the commit does not wait for the disk. */
export async function relaxCommit({ db }: Db): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(db)
}

/** Where the ONUs of an OLT stand, for what is asked of each. */
export async function selectPlaces({ db }: Db, oltId: bigint): Promise<{ pon: string; onuId: number }[]> {
  const { rows } = await sql<{
    pon: string
    onu_index: number
  }>`select pon, onu_index from onus where olt_id = ${oltId} and is_present order by pon, onu_index`.execute(db)
  return rows.map(({ pon, onu_index }) => ({ pon, onuId: onu_index }))
}
