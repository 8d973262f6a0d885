import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { openClientBalance } from '../ledger/index.ts'
import { notify } from '../notifications/index.ts'
import type { Client, ClientFacts } from './client.ts'
import { auditedClient, checkedContact, sealNid } from './client-facts.ts'
import { applyCustom } from './custom-values.ts'
import { selectFields } from './fields/store.ts'
import { addSubscription } from './lines/add-subscription.ts'
import type { AddSubscription } from './lines/add-subscription.ts'
import type { Subscription } from './lines/line.ts'
import { requirePlace } from './place.ts'
import { insertClient, nextClientId, upsertTags } from './store.ts'
import { takeClientCode } from './take-code.ts'

export interface RegisterClient extends Partial<Omit<ClientFacts, 'name' | 'phone' | 'branch_id' | 'code' | 'custom'>> {
  readonly name: string
  readonly phone: string
  readonly branch_id: bigint
  /** Given, or made by the pattern. */
  readonly code?: string | undefined
  readonly nid?: string | null
  readonly custom?: Readonly<Record<string, unknown>>
  /** His first line. */
  readonly subscription?: Omit<AddSubscription, 'clientId'> | undefined
  /** False for imports: nobody wants a welcome for what he has had for years. */
  readonly isWelcomed?: boolean
}

export interface RegisteredClient {
  readonly client: Client
  readonly subscription: Subscription | null
}

export const DEFAULTS = {
  kind: 'person',
  phone_alternative: '',
  email: '',
  address: '',
  district: '',
  upazila: '',
  reseller_id: null,
  area_id: null,
  gender: null,
  client_type: 'home',
  vat_registration: '',
  vat_rate_id: null,
  is_vat_exempt: false,
  tags: [],
  latitude: null,
  longitude: null,
} as const

/**
 * Registers a client with his balance row and, where asked, his first line: all of it or nothing. Not repeatable: the same code or
 * national identity again is refused, and without a code each call registers another client.
 * @throws Invalid 422; Conflict 409 `client_code_taken`, `nid_taken`, `pppoe_login_taken` (by the constraints).
 */
export async function registerClient(tx: Tx, input: RegisterClient): Promise<RegisteredClient> {
  const { code, nid, custom, subscription, isWelcomed = true, ...given } = input
  const joinedOn = given.joined_on ?? tx.today
  const branchCode = await requirePlace(tx, { branchId: given.branch_id, resellerId: given.reseller_id ?? null })
  const contact = await checkedContact(tx, given)
  const id = await nextClientId(tx)
  const facts: ClientFacts = {
    ...DEFAULTS,
    locale: tx.company.locale,
    ...contact,
    tags: [...new Set(contact.tags ?? [])],
    code: code ?? (await takeClientCode(tx, { branchCode, joinedOn })),
    custom: applyCustom(await selectFields(tx, 'client'), {}, custom ?? {}),
    joined_on: joinedOn,
  }
  const client = await insertClient(tx, id, facts, sealNid(id, nid ?? null))
  await openClientBalance(tx, id)
  await upsertTags(tx, facts.tags)
  await recordEvent(tx, 'client.registered', {
    subjectType: 'client',
    subjectId: id,
    clientId: id,
    branchId: client.branch_id,
    resellerId: client.reseller_id,
    after: auditedClient(client),
  })
  const line = subscription === undefined ? null : await addSubscription(tx, { joinedOn, ...subscription, clientId: id })
  if (isWelcomed)
    await notify(tx, 'client-registered', { clientId: id, locale: client.locale, dedupeKey: `client-registered:${id}`, payload: { client_id: id } })
  return { client, subscription: line }
}
