import { Conflict, Invalid, NotFound } from '../../../../kernel/errors.ts'
import type { Tx } from '../../../../platform/db/tx.ts'
import { recordEvent } from '../../../audit/index.ts'
import { readOlt } from '../../olts/index.ts'
import type { Box, BoxFacts } from './box.ts'
import { deleteBox, hangsOn, insertBox, isInUse, lockBox, selectBox, updateBox } from './boxes-store.ts'

/** @throws Invalid 422; NotFound 404; `box_name_taken` 409. */
export async function createBox(tx: Tx, facts: BoxFacts): Promise<Box> {
  await check(tx, facts, null)
  const id = await insertBox(tx, facts)
  const box = await locked(tx, id)
  await recordEvent(tx, 'box.created', { subjectType: 'box', subjectId: id, branchId: box.branch_id, after: { ...box } })
  return box
}

/** Repeatable. @throws Invalid 422; NotFound 404; `changed_meanwhile`, `box_name_taken` 409. */
export async function changeBox(tx: Tx, id: bigint, { seenVersion, ...change }: Partial<BoxFacts> & { seenVersion?: number | undefined }): Promise<Box> {
  const before = await locked(tx, id)
  if (seenVersion !== undefined && seenVersion !== before.version) throw new Conflict('changed_meanwhile', 'Somebody else has changed this box; load it again')
  const facts = { ...before, ...change }
  await check(tx, facts, id)
  await updateBox(tx, id, facts)
  const after = await locked(tx, id)
  await recordEvent(tx, 'box.changed', { subjectType: 'box', subjectId: id, branchId: after.branch_id, before: { ...before }, after: { ...after } })
  return after
}

/** @throws NotFound 404; `box_in_use` 409 while an ONU or another box is on it. */
export async function removeBox(tx: Tx, id: bigint): Promise<void> {
  const before = await locked(tx, id)
  if (await isInUse(tx, id)) throw new Conflict('box_in_use', 'ONUs or other boxes are on this box; move them first')
  await deleteBox(tx, id)
  await recordEvent(tx, 'box.deleted', { subjectType: 'box', subjectId: id, branchId: before.branch_id, before: { ...before } })
}

async function locked(tx: Tx, id: bigint): Promise<Box> {
  const box = await lockBox(tx, id)
  if (box === undefined) throw NotFound.of('box', id)
  return box
}

async function check(tx: Tx, facts: BoxFacts, id: bigint | null): Promise<void> {
  const { scope } = tx.actor
  if (scope.kind === 'reseller' || (scope.kind === 'branches' && !scope.branchIds.includes(facts.branch_id))) throw NotFound.of('branch', facts.branch_id)
  if (facts.olt_id !== null) await readOlt(tx, scope, facts.olt_id)
  const errors: { field: string; message: string }[] = []
  if (facts.pon !== null && facts.olt_id === null) errors.push({ field: 'pon', message: 'A PON is one of an OLT; say of which' })
  if ((facts.latitude === null) !== (facts.longitude === null)) errors.push({ field: 'longitude', message: 'A place has a latitude and a longitude' })
  if (facts.parent_id !== null) {
    if ((await selectBox(tx, scope, facts.parent_id)) === undefined) throw NotFound.of('box', facts.parent_id)
    if (id !== null && (await hangsOn(tx, facts.parent_id, id))) errors.push({ field: 'parent_id', message: 'A box cannot hang on itself' })
  }
  if (errors.length > 0) throw new Invalid('Some fields of the box do not fit', { errors })
}
