import { Conflict, Forbidden, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { deleteTag, insertTag, lockTag, renameTagInViews, replaceTag, selectInDistrict, selectTagged, updateDistrict } from './store.ts'

/** A word on more clients than this is changed from the list of clients, as a job. */
const MAX_CLIENTS = 50_000
const STEP = 5000

/** Adds a tag to choose from before any client has it. Not repeatable. @throws Conflict 409 `tag_taken`. */
export async function addTag(tx: Tx, name: string): Promise<void> {
  if (!(await insertTag(tx, name))) throw new Conflict('tag_taken', `There is already a tag ${name}`)
  await recordEvent(tx, 'tag.added', { subjectType: 'tag', subjectId: null, after: { name } })
}

/**
 * Renames a tag on every client and in every kept view; where the new name is a tag already, the two become one.
 * @throws Forbidden 403 for whoever does not see the whole company, NotFound 404, Conflict 409 `too_many_clients`.
 */
export async function renameTag(tx: Tx, from: string, to: string): Promise<number> {
  requireCompany(tx)
  if (!(await lockTag(tx, from))) throw NotFound.of('tag', from)
  if (from === to) return 0
  await insertTag(tx, to)
  const clients = await inSteps(await selectTagged(tx, from, MAX_CLIENTS), (ids) => replaceTag(tx, ids, from, to))
  await renameTagInViews(tx, from, to)
  await deleteTag(tx, from)
  await recordEvent(tx, 'tag.renamed', { subjectType: 'tag', subjectId: null, before: { name: from }, after: { name: to, clients } })
  return clients
}

/** Takes a tag off every client and out of the choice. Repeatable only as 404. @throws as {@link renameTag}. */
export async function removeTag(tx: Tx, name: string): Promise<number> {
  requireCompany(tx)
  if (!(await lockTag(tx, name))) throw NotFound.of('tag', name)
  const clients = await inSteps(await selectTagged(tx, name, MAX_CLIENTS), (ids) => replaceTag(tx, ids, name, null))
  await deleteTag(tx, name)
  await recordEvent(tx, 'tag.removed', { subjectType: 'tag', subjectId: null, before: { name, clients } })
  return clients
}

/**
 * Corrects how a district, or an upazila of one, is written on every client; two spellings become one. Repeatable only as 404.
 * @throws Forbidden 403, NotFound 404, Conflict 409 as {@link renameTag}.
 */
export async function renameDistrict(tx: Tx, { district, upazila, name }: { district: string; upazila: string | null; name: string }): Promise<number> {
  requireCompany(tx)
  const found = await selectInDistrict(tx, { district, upazila }, MAX_CLIENTS)
  if (found.length === 0) throw NotFound.of(upazila === null ? 'district' : 'upazila', upazila ?? district)
  if ((upazila ?? district) === name) return 0
  const clients = await inSteps(found, (ids) => updateDistrict(tx, ids, upazila === null ? { district: name } : { upazila: name }))
  await recordEvent(tx, 'district.renamed', {
    subjectType: 'district',
    subjectId: null,
    before: upazila === null ? { district } : { upazila },
    after: upazila === null ? { district: name, clients } : { upazila: name, clients },
  })
  return clients
}

function requireCompany(tx: Tx): void {
  if (tx.actor.scope.kind !== 'company') throw new Forbidden('Only people of the whole company can change what all clients share')
}

async function inSteps(ids: readonly bigint[], change: (ids: readonly bigint[]) => Promise<void>): Promise<number> {
  if (ids.length > MAX_CLIENTS) throw new Conflict('too_many_clients', `More than ${MAX_CLIENTS} clients have it; change it from the list of clients`)
  for (let at = 0; at < ids.length; at += STEP) await change(ids.slice(at, at + STEP))
  return ids.length
}
