import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { date } from '../../../kernel/time.ts'
import { appAs } from '../../../testing/app-as.ts'
import { aBareRouter, aBranch, anActor, aReseller, doing } from '../../../testing/factories.ts'
import { company } from '../../../testing/suspensions.ts'
import { addSubscription } from '../../clients/index.ts'
import { executeSuspension } from './execute-suspension.ts'

const { at, branchId, database, debtor, isCut, looked, packageId } = await company()

test('the dry run and the cut after it keep to one router, one reseller or one branch; a line on another router is left alone', async () => {
  const [east, west] = [await aBareRouter(database, branchId), await aBareRouter(database, branchId)]
  const other = await aBranch(database)
  const reseller = await aReseller(database, branchId)
  const [both, there, sold, far] = [
    await debtor({ routerId: east }),
    await debtor({ routerId: west }),
    await debtor({ routerId: west }),
    await debtor({ branchId: other, routerId: west }),
  ]
  const day = date('2026-01-01')
  const second = await doing(database, (tx) => addSubscription(tx, { clientId: both.clientId, packageId, router_id: west, joinedOn: day, activatedOn: day }))
  await sql`update clients set reseller_id = ${reseller} where id = ${sold.clientId}`.execute(database.db)
  at('2026-01-14')
  await looked()

  const admin = await appAs(database, 'admin')
  const preview = async (query: string) => {
    const [list, totals] = [await admin('GET', `/suspensions/preview?verdict=cut&${query}`), await admin('GET', `/suspensions/preview/totals?${query}`)]
    const lines: bigint[] = list.body.items.map((row: { subscription_id: number }) => BigInt(row.subscription_id))
    expect(totals.body.verdicts).toMatchObject([{ verdict: 'cut', lines: lines.length }])
    return lines.sort()
  }
  expect(await preview(`router_id=${east}`)).toEqual([both.subscriptionId])
  expect(await preview(`router_id=${west}`)).toEqual([there.subscriptionId, sold.subscriptionId, far.subscriptionId, second.id].sort())
  expect(await preview(`reseller_id=${reseller}`)).toEqual([sold.subscriptionId])
  expect(await preview(`branch_id=${other}&router_id=${west}`)).toEqual([far.subscriptionId])

  const asked = await admin('POST', '/suspensions', { router_ids: [Number(east)] })
  expect(asked.status).toBe(202)
  expect(await executeSuspension(database, BigInt(asked.body.id), { actor: anActor() })).toMatchObject({ state: 'done', plannedLines: 1n, cutLines: 1n })
  expect(await isCut(both)).toBe(true)
  for (const subscriptionId of [second.id, there.subscriptionId, sold.subscriptionId, far.subscriptionId]) expect(await isCut({ subscriptionId })).toBe(false)
})
