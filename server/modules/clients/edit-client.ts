import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import type { Client, ClientFacts } from './client.ts'
import { auditedClient, checkedContact, sealNid } from './client-facts.ts'
import { applyCustom } from './custom-values.ts'
import { selectFields } from './fields/store.ts'
import { requirePlace } from './place.ts'
import { lockClient, updateClient, upsertTags } from './store.ts'

export interface EditClient {
  readonly clientId: bigint
  /** The version of the row the person saw; a newer one refuses the change. */
  readonly seenVersion?: number | undefined
  readonly changes: Partial<Omit<ClientFacts, 'custom'>> & { readonly custom?: Readonly<Record<string, unknown>>; readonly nid?: string | null }
}

/**
 * Changes what is known of a client. Documents keep what they were issued with. Repeatable: no difference writes nothing.
 * @throws NotFound 404; Conflict 409 `changed_meanwhile`, `client_deleted`, `client_code_taken`, `nid_taken`; Invalid 422.
 */
export async function editClient(tx: Tx, { clientId, seenVersion, changes: { nid, custom, ...changes } }: EditClient): Promise<Client> {
  const before = await lockClient(tx, tx.actor.scope, clientId)
  if (before === undefined) throw NotFound.of('client', clientId)
  if (before.deleted_at !== null) throw new Conflict('client_deleted', 'This client is deleted; restore him first')
  if (seenVersion !== undefined && seenVersion !== before.version)
    throw new Conflict('changed_meanwhile', 'Somebody else has changed this client; load it again')
  const contact = await checkedContact(tx, changes)
  const facts: ClientFacts = {
    ...before,
    ...contact,
    tags: contact.tags === undefined ? before.tags : [...new Set(contact.tags)],
    custom: custom === undefined ? before.custom : applyCustom(await selectFields(tx, 'client'), before.custom, custom),
  }
  if (facts.branch_id !== before.branch_id || facts.reseller_id !== before.reseller_id)
    await requirePlace(tx, { branchId: facts.branch_id, resellerId: facts.reseller_id })
  if (nid === undefined && isSame(before, facts)) return before
  const after = await updateClient(tx, clientId, facts, nid === undefined ? undefined : sealNid(clientId, nid))
  await upsertTags(tx, facts.tags)
  await recordEvent(tx, 'client.edited', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId: after.branch_id,
    resellerId: after.reseller_id,
    before: auditedClient(before),
    after: auditedClient(after),
  })
  return after
}

const isSame = (a: ClientFacts, b: ClientFacts): boolean => (Object.keys(a) as (keyof ClientFacts)[]).every((key) => plain(a[key]) === plain(b[key]))

const plain = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)) ?? ''
