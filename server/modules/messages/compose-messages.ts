import type { Locale } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { readCutsAhead } from '#modules/billing/index.ts'
import type { CutAhead } from '#modules/billing/index.ts'
import { date, isBefore } from '../../kernel/time.ts'
import type { Channel } from './channel.ts'
import { isKind } from './kinds.ts'
import type { Kind, Untrue, Why } from './kinds.ts'
import { say } from './say.ts'
import { selectFindings, selectRecipients } from './truth-store.ts'
import type { Finding, Recipient, Told } from './truth-store.ts'

export interface Sayable {
  readonly channel: Channel
  readonly address: string
  readonly locale: Locale
  readonly text: string
}
export type Composed = { readonly isSayable: true; readonly said: Sayable } | { readonly isSayable: false; readonly why: Why }

export interface ComposeOptions {
  readonly today: PlainDate
  readonly channels: readonly Channel[]
}

/** What messages say at this moment, in the client's language, and by which channel; or why they are not true any more. Writes nothing. */
export async function composeMessages(
  conn: Conn,
  messages: readonly (Told & { readonly kind: string })[],
  { today, channels }: ComposeOptions,
): Promise<ReadonlyMap<bigint, Composed>> {
  const clientIds = [...new Set(messages.map(({ client_id }) => client_id).filter((id) => id !== null))]
  const recipients = await selectRecipients(conn, clientIds)
  const findings = new Map<bigint, Finding>()
  for (const [kind, told] of Map.groupBy(messages, ({ kind }) => kind)) {
    if (isKind(kind)) for (const [id, finding] of await findingsOf(conn, kind, told, today)) findings.set(id, finding)
  }
  return new Map(messages.map((message) => [message.id, compose(conn, message, findings.get(message.id), recipients.get(message.client_id ?? 0n), channels)]))
}

/** Whoever has not said yet what his company is called. */
const NAMELESS: Readonly<Record<Locale, string>> = { en: 'your internet provider', bn: 'আপনার ইন্টারনেট সেবাদাতা' }

const untrue = (why: Why): Composed => ({ isSayable: false, why })

function compose(
  { company }: Conn,
  { kind }: { kind: string },
  finding: Finding | undefined,
  recipient: Recipient | undefined,
  channels: readonly Channel[],
): Composed {
  if (!isKind(kind)) return untrue('kind_unknown')
  if (recipient === undefined || recipient.is_deleted) return untrue('client_gone')
  if (finding === undefined) return untrue('superseded')
  if (finding.untrue !== null) return untrue(finding.untrue)
  for (const channel of channels) {
    const address = channel.addressOf(recipient)
    if (address === null) continue
    const { locale, name, code } = recipient
    const text = say(
      kind,
      { ...finding.facts, name, client_code: code, company: company.name === '' ? NAMELESS[locale] : company.name },
      { locale, currency: company.currency },
    )
    return text === null ? untrue('facts_missing') : { isSayable: true, said: { channel, address, locale, text } }
  }
  return untrue('no_address')
}

async function findingsOf(conn: Conn, kind: Kind, told: readonly Told[], today: PlainDate): Promise<ReadonlyMap<bigint, Finding>> {
  return kind === 'suspension-warning' ? await warnings(conn, told, today) : await selectFindings(conn, kind, told, today)
}

const SPARED: Readonly<Record<Exclude<CutAhead['verdict'], 'cut'>, Untrue>> = {
  in_grace: 'not_late',
  credit_covers: 'covered',
  below_minimum: 'below_minimum',
  whitelisted: 'exempt',
  vip: 'exempt',
  auto_control_off: 'exempt',
  promise: 'promise',
  already_cut: 'cut_already',
  once_a_day: 'cut_already',
}

/** A warning stands while the client would still be cut on the day it names. */
async function warnings(conn: Conn, told: readonly Told[], today: PlainDate): Promise<ReadonlyMap<bigint, Finding>> {
  const findings = new Map<bigint, Finding>()
  const dayOf = ({ payload }: Told): string => String(payload['cut_on'])
  for (const [day, warned] of Map.groupBy(told, dayOf)) {
    const ahead = await readCutsAhead(conn, { clientIds: warned.map(({ client_id }) => client_id ?? 0n), day: date(day) })
    for (const { id, client_id } of warned) findings.set(id, stands(ahead.get(client_id ?? 0n), today))
  }
  return findings
}

function stands(ahead: CutAhead | undefined, today: PlainDate): Finding {
  if (ahead === undefined) return { untrue: 'paid', facts: {} }
  if (ahead.verdict !== 'cut') return { untrue: SPARED[ahead.verdict], facts: {} }
  if (!isBefore(today, ahead.cutOn)) return { untrue: 'too_late', facts: {} }
  return { untrue: null, facts: { late_minor: ahead.late, cut_on: ahead.cutOn.toString() } }
}
