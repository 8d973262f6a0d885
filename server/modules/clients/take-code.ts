import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { getSetting } from '../settings/index.ts'
import { codeOf, codeShape, counterName } from './code.ts'
import { codePattern } from './settings.ts'
import { raiseCounter, selectHighestNumber, selectTakenCodes, takeCounter } from './store.ts'

/**
 * The next free client code by the company's pattern. Codes given by hand are stepped over: the first one met moves the counter
 * behind the highest of them. A rollback gives the number back, so there are no gaps but those of codes given by hand.
 */
export async function takeClientCode(tx: Tx, { branchCode, joinedOn }: { branchCode: string; joinedOn: PlainDate }): Promise<string> {
  const shape = codeShape(await getSetting(tx, codePattern), { branchCode, year: joinedOn.year })
  const name = counterName(shape)
  const first = codeOf(shape, await takeCounter(tx, name, 1))
  if ((await selectTakenCodes(tx, [first])).length === 0) return first
  await raiseCounter(tx, name, (await selectHighestNumber(tx, shape)) + 1n)
  return codeOf(shape, await takeCounter(tx, name, 1))
}
