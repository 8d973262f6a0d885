import { Invalid } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { blindIndex, seal } from '../../platform/secrets/index.ts'
import { getSettings } from '../settings/index.ts'
import { nidAad } from './client.ts'
import { normaliseNid } from './nid.ts'
import { normalisePhone } from './phone.ts'
import type { PhonePlan } from './phone.ts'
import { clientTypes, phonePlan } from './settings.ts'
import type { SealedNid } from './store.ts'

/** Seals a national identity for one client; null and empty take it away. @throws Invalid 422. */
export function sealNid(clientId: bigint, text: string | null): SealedNid | null {
  if (text === null || text.trim() === '') return null
  const digits = normaliseNid(text)
  if (digits === null)
    throw new Invalid('Expected a national identity number of 10, 13 or 17 digits', { errors: [{ field: 'nid', message: 'Expected 10, 13 or 17 digits' }] })
  return { sealed: seal(digits, nidAad(clientId)), index: blindIndex(`nid:${digits}`), last4: digits.slice(-4) }
}

/** The index under which a national identity is found; null where the text is none. */
export function nidIndex(text: string): Buffer | null {
  const digits = normaliseNid(text)
  return digits === null ? null : blindIndex(`nid:${digits}`)
}

/** How the company writes telephone numbers, and which types of clients it has. */
export interface ContactRules {
  readonly plan: PhonePlan
  readonly types: readonly string[]
}

export async function readContactRules(conn: Pick<Tx, 'db'>): Promise<ContactRules> {
  const [plan, types] = await getSettings(conn, [phonePlan, clientTypes])
  return { plan, types }
}

/** One spelling of the telephone numbers, and a client type that exists. @throws Invalid 422. */
export async function checkedContact<T extends Contact>(tx: Tx, facts: T): Promise<T> {
  return checkContact(facts, await readContactRules(tx))
}

interface Contact {
  phone?: string
  phone_alternative?: string
  client_type?: string
}

/** The same, for rules that are read once for many clients. @throws Invalid 422. */
export function checkContact<T extends Contact>(facts: T, { plan, types }: ContactRules): T {
  const errors: { field: string; message: string }[] = []
  const checked: T = { ...facts }
  for (const field of ['phone', 'phone_alternative'] as const) {
    const given = facts[field]
    if (given === undefined || (field === 'phone_alternative' && given === '')) continue
    const normal = normalisePhone(given, plan)
    if (normal === null) errors.push({ field, message: 'Expected a telephone number' })
    else checked[field] = normal
  }
  if (facts.client_type !== undefined && !types.includes(facts.client_type))
    errors.push({ field: 'client_type', message: `Expected one of ${types.join(', ')}` })
  if (errors.length > 0) throw new Invalid('Some fields do not fit', { errors })
  return checked
}

/** What the audit keeps of a client: everything but the national identity, of which it keeps the last four digits. */
export function auditedClient<T extends { tags: readonly string[] }>(client: T): Record<string, unknown> {
  const { ...facts } = client
  return { ...facts, tags: [...client.tags] }
}
