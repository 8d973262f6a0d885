import type { Actor } from '../../../kernel/actor.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed } from '../../../platform/http/allowed.ts'
import { findProfile } from './drivers/list.ts'
import type { Verb } from './drivers/writes.ts'
import type { Olt } from './olt.ts'

export const OLT_ACTIONS = ['edit', 'test', 'scan', 'act', 'console', 'authorise'] as const

type Writable = Pick<Olt, 'is_active' | 'is_writable' | 'cli' | 'profile'>

const whyNoCliOf = ({ is_active, cli }: Writable) => (!is_active ? 'olt_inactive' : cli === 'none' ? 'olt_without_cli' : null)

/** Why an OLT is not told these; null: it may be. */
export function whyNotWritten(olt: Writable, verbs: readonly Verb[] = []) {
  const known = olt.profile === null ? null : (findProfile(olt.profile)?.writes?.verbs ?? null)
  return whyNoCliOf(olt) ?? (!olt.is_writable ? 'olt_read_only' : verbs.some((verb) => known?.[verb] === undefined) ? 'write_not_known' : null)
}

/** What may be done with an OLT now. */
export function allowedOnOlt(actor: Actor, olt: Olt): Record<(typeof OLT_ACTIONS)[number], Allowed> {
  const { is_active, host, profile } = olt
  return {
    edit: allow(actor, 'olt.edit', null),
    test: allow(actor, 'olt.act', host === '' || profile === null ? 'olt_nowhere' : null),
    scan: allow(actor, 'olt.act', is_active ? null : 'olt_inactive'),
    act: allow(actor, 'olt.act', whyNotWritten(olt)),
    console: allow(actor, 'olt.act', whyNoCliOf(olt)),
    authorise: allow(actor, 'onu.authorise', whyNotWritten(olt, ['authorise'])),
  }
}
