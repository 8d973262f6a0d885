import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { date } from '../../../kernel/time.ts'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBranch, aPackage, doing } from '../../../testing/factories.ts'
import { aBareOlt, aFibreLine, fibreOf, fibrePartitions } from '../../../testing/fibre.ts'
import { partitionsBetween } from '../../../testing/money.ts'
import { issueCreditNote, issueInvoice } from '../../billing/index.ts'
import { lookAtOlt } from '../look/look-at-olt.ts'

const clock = settableClock('2026-03-01T08:00:00Z')
const database = await testDatabase({ clock })
const fibre = fibreOf(database, clock)
let branchId: bigint
let packageId: bigint

beforeAll(async () => {
  await partitionsBetween(database, '2026-02-01', '2026-06-01')
  await fibrePartitions(database, '2026-02-01', '2026-06-01')
  branchId = await aBranch(database, 'NORTH')
  packageId = (await aPackage(database, { price: toMinor(93_000) })).package.id
})

interface Home {
  readonly clientId: bigint
  readonly subscriptionId: bigint
  readonly onuId: bigint
}

/** An incident over so many billed homes, each back after so many minutes; null: never. */
async function anIncident(minutes: readonly (number | null)[], { isBilled = true, sold = packageId } = {}): Promise<{ id: number; homes: Home[] }> {
  clock.set('2026-03-05T06:00:00Z')
  const oltId = await aBareOlt(database, branchId)
  const homes: Home[] = []
  for (const _ of minutes) {
    const line = await aFibreLine(database, { branchId, packageId: sold, activatedOn: date('2026-03-01') })
    if (isBilled) await doing(database, async (tx) => await issueInvoice(tx, { clientId: line.clientId, until: date('2026-04-01') }))
    homes.push({ ...line, onuId: await fibre.anOnu({ oltId, subscriptionId: line.subscriptionId }) })
  }
  const poll = async () => {
    await fibre.polled(oltId)
    await doing(database, async (tx) => await lookAtOlt(tx, oltId))
  }
  await poll()
  clock.set('2026-03-05T06:05:00Z')
  await fibre.found(
    homes.map(({ onuId }) => onuId),
    'los',
  )
  await poll()
  const since = clock.now()
  for (const after of [...new Set(minutes)].filter((each) => each !== null).toSorted((a, b) => a - b)) {
    clock.set(since.add({ minutes: after }).toString())
    await fibre.found(
      homes.filter((_, n) => minutes[n] === after).map(({ onuId }) => onuId),
      'online',
    )
    await poll()
  }
  const { rows } = await sql<{ id: bigint }>`select id from incidents where olt_id = ${oltId}`.execute(database.db)
  return { id: Number(rows[0]?.id), homes }
}

describe('what is given back', () => {
  test('is prepared by the minutes of each line, and says why a line gets nothing', async () => {
    const { id, homes } = await anIncident([60, 300, 1440, 3000, null])
    const send = await appAs(database, 'branch_manager')
    const totals = await send('POST', `/incidents/${id}/credit-drafts`)
    // 93,000 a month of 31 days: 3,000 a day.
    expect(totals.body, totals.text).toEqual({ drafts: 3, draft_minor: 15_000, issued: 0, issued_minor: 0, rejected: 0, not_creditable: 2 })
    const { items } = (await send('GET', `/incidents/${id}/credit-drafts`)).body
    expect(items.map(({ minutes, days, total_minor, state, why }: Record<string, unknown>) => [minutes, days, total_minor, state, why])).toEqual([
      [60, 0, 0, 'not_creditable', 'too_short'],
      [300, 1, 3_000, 'draft', null],
      [1440, 1, 3_000, 'draft', null],
      [3000, 3, 9_000, 'draft', null],
      [3000, 0, 0, 'not_creditable', 'still_away'],
    ])
    expect(items[1]).toMatchObject({
      client_id: Number(homes[1]?.clientId),
      price_minor: 93_000,
      cycle_days: 31,
      vat_minor: 0,
      line_no: 1,
      invoice_code: expect.any(String),
    })
    expect((await send('GET', `/incidents/${id}`)).body).toMatchObject({ drafts: 3, allowed: { draft_credits: { ok: true }, decide_credits: { ok: true } } })
    expect((await send('POST', `/incidents/${id}/credit-drafts`)).body).toMatchObject({ drafts: 3, draft_minor: 15_000 })
  })

  test('is issued as credit notes that lower the invoice, once, whatever is asked again', async () => {
    const { id, homes } = await anIncident([300, 300, 300])
    const send = await appAs(database, 'accountant', { grants: ['incident.edit', 'incident.view'] })
    await send('POST', `/incidents/${id}/credit-drafts`)
    const { items } = (await send('GET', `/incidents/${id}/credit-drafts?state=draft`)).body
    const approve = async (body: object, idempotencyKey: string) => await send('POST', `/incidents/${id}/credit-drafts/approval`, body, { idempotencyKey })
    const one = await approve({ ids: [items[0].id] }, 'approve-one')
    expect(one.body, one.text).toEqual({ issued: 1, issued_minor: 3_000, refused: 0, left: 0 })
    expect((await approve({ ids: [items[0].id] }, 'approve-one')).body).toEqual(one.body)
    expect((await approve({ ids: [items[0].id] }, 'approve-again')).body.code).toBe('nothing_waits')
    expect((await approve({}, 'approve-rest')).body).toEqual({ issued: 2, issued_minor: 6_000, refused: 0, left: 0 })
    const again = (await send('POST', `/incidents/${id}/credit-drafts`)).body
    expect(again).toEqual({ drafts: 0, draft_minor: 0, issued: 3, issued_minor: 9_000, rejected: 0, not_creditable: 0 })
    const notes = (await send('GET', `/credit-notes?client_id=${homes[0]?.clientId}`)).body.items
    expect(notes).toMatchObject([{ kind: 'outage', total_minor: 3_000, reason: `Incident ${id}, 2026-03-05` }])
    const told = (await send('GET', `/incidents/${id}/credit-drafts`)).body.items[0]
    expect(told).toMatchObject({ state: 'issued', credit_note_id: notes[0].id, credit_note_code: notes[0].code, decided_by_name: send.user?.username })
    const { rows } = await sql<{ action: string; total: bigint }>`
      select action, coalesce(sum((after->>'issued_minor')::bigint), 0)::bigint as total from audit_events
      where subject_type = 'incident' and subject_id = ${id} and action = 'incident.credits_approved' group by action`.execute(database.db)
    expect(rows).toEqual([{ action: 'incident.credits_approved', total: 9_000n }])
  })

  test('two who approve at once issue it once', async () => {
    const { id, homes } = await anIncident([300, 300, 300])
    const send = await appAs(database, 'manager')
    await send('POST', `/incidents/${id}/credit-drafts`)
    const answers = await Promise.all([1, 2].map(async () => await send('POST', `/incidents/${id}/credit-drafts/approval`, {})))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { rows } = await sql<{ notes: number }>`
      select count(*)::int as notes from credit_notes where client_id = any(${homes.map(({ clientId }) => clientId.toString())}::bigint[])`.execute(database.db)
    expect(rows).toEqual([{ notes: 3 }])
  })

  test('stops nobody where an invoice does not allow it any more', async () => {
    const { id, homes } = await anIncident([300, 300, 300])
    const send = await appAs(database, 'manager')
    await send('POST', `/incidents/${id}/credit-drafts`)
    const { rows } = await sql<{ id: bigint }>`select id from invoices where client_id = ${homes[1]?.clientId}`.execute(database.db)
    await doing(
      database,
      async (tx) => await issueCreditNote(tx, { invoiceId: (rows[0] as { id: bigint }).id, kind: 'waiver', reason: 'test', amount: toMinor(92_000) }),
    )
    expect((await send('POST', `/incidents/${id}/credit-drafts/approval`, {})).body).toEqual({ issued: 2, issued_minor: 6_000, refused: 1, left: 0 })
    expect((await send('GET', `/incidents/${id}/credit-drafts?state=not_creditable`)).body.items).toMatchObject([{ why: 'credit_exceeds_line' }])
    // Prepared anew it is what is left.
    expect((await send('POST', `/incidents/${id}/credit-drafts`)).body).toMatchObject({ drafts: 1, draft_minor: 1_000, issued: 2 })
  })

  test('may be refused with a reason, and is not prepared again', async () => {
    const { id } = await anIncident([300, 300, 300])
    const send = await appAs(database, 'manager')
    await send('POST', `/incidents/${id}/credit-drafts`)
    expect((await send('POST', `/incidents/${id}/credit-drafts/rejection`, { reason: 'Power was out everywhere' })).body).toEqual({ rejected: 3 })
    expect((await send('POST', `/incidents/${id}/credit-drafts`)).body).toMatchObject({ drafts: 0, rejected: 3 })
    expect((await send('POST', `/incidents/${id}/credit-drafts/approval`, {})).body.code).toBe('nothing_waits')
  })

  test('has VAT as the invoice line has it, on top of the price or inside of it', async () => {
    const { rows } = await sql<{ id: bigint }>`insert into vat_rates (code, name) values ('VAT-5', 'VAT 5 %') returning id`.execute(database.db)
    const vatRateId = (rows[0] as { id: bigint }).id
    await sql`insert into vat_rate_versions values (${vatRateId}, '2020-01-01', 500)`.execute(database.db)
    const send = await appAs(database, 'manager')
    for (const [vatInclusive, amounts] of [
      [false, { net_minor: 3_000, vat_minor: 150, total_minor: 3_150 }],
      [true, { net_minor: 2_857, vat_minor: 143, total_minor: 3_000 }],
    ] as const) {
      const { package: taxed } = await aPackage(database, { price: toMinor(93_000), vatRateId, vatInclusive })
      const { id, homes } = await anIncident([300, 300, 300], { sold: taxed.id })
      await send('POST', `/incidents/${id}/credit-drafts`)
      expect((await send('GET', `/incidents/${id}/credit-drafts?limit=1`)).body.items).toMatchObject([amounts])
      await send('POST', `/incidents/${id}/credit-drafts/approval`, {})
      const [note] = (await send('GET', `/credit-notes?client_id=${homes[0]?.clientId}`)).body.items
      expect(note).toMatchObject(amounts)
    }
  })

  test('is nothing for lines that nobody has billed', async () => {
    const { id } = await anIncident([300, 300, 300], { isBilled: false })
    const send = await appAs(database, 'manager')
    expect((await send('POST', `/incidents/${id}/credit-drafts`)).body).toMatchObject({ drafts: 0, not_creditable: 3 })
    expect((await send('GET', `/incidents/${id}/credit-drafts`)).body.items[0]).toMatchObject({ why: 'not_billed', days: 1 })
  })

  test('waits for the end of the incident, and for who may give it', async () => {
    const { id } = await anIncident([300, null, null, null])
    const send = await appAs(database, 'branch_manager')
    expect((await send('POST', `/incidents/${id}/credit-drafts`)).body.code).toBe('incident_not_over')
    const support = await appAs(database, 'support')
    expect((await support('POST', `/incidents/${id}/credit-drafts/approval`, {})).status).toBe(403)
    const elsewhere = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [await aBranch(database)] } })
    for (const path of ['', '/approval'])
      expect((await elsewhere('POST', `/incidents/${id}/credit-drafts${path}`, path === '' ? undefined : {})).status).toBe(404)
    expect((await send('POST', `/incidents/${id}/credit-drafts/approval`, {}, { idempotencyKey: null })).body.code).toBe('idempotency_key_required')
  })
})
