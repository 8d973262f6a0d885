import type { Actor } from '../../../kernel/actor.ts'
import { allow } from '../../../platform/http/allowed.ts'
import type { Allowed } from '../../../platform/http/allowed.ts'
import type { Olt } from './olt.ts'

export const OLT_ACTIONS = ['edit', 'test', 'scan', 'act', 'console', 'authorise'] as const

/** What may be done with an OLT now. */
export function allowedOnOlt(actor: Actor, { is_active, is_writable, host, cli, profile }: Olt): Record<(typeof OLT_ACTIONS)[number], Allowed> {
  const whyNoCli = !is_active ? 'olt_inactive' : cli === 'none' ? 'olt_without_cli' : null
  return {
    edit: allow(actor, 'olt.edit', null),
    test: allow(actor, 'olt.view', host === '' || profile === null ? 'olt_nowhere' : null),
    scan: allow(actor, 'olt.view', is_active ? null : 'olt_inactive'),
    act: allow(actor, 'olt.act', whyNoCli ?? (is_writable ? null : 'olt_read_only')),
    console: allow(actor, 'olt.console', whyNoCli),
    authorise: allow(actor, 'onu.authorise', whyNoCli ?? (is_writable ? null : 'olt_read_only')),
  }
}
