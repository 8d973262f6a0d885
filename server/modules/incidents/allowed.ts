import type { Actor } from '../../kernel/actor.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed } from '../../platform/http/allowed.ts'
import type { Incident } from './incident.ts'

export const INCIDENT_ACTIONS = ['edit', 'close', 'draft_credits', 'decide_credits'] as const

/** What may be done with an incident now; the use cases refuse the same. */
export const allowedOnIncident = (actor: Actor, { ended_at, drafts }: Incident): Record<(typeof INCIDENT_ACTIONS)[number], Allowed> => ({
  edit: allow(actor, 'incident.edit', null),
  close: allow(actor, 'incident.edit', ended_at === null ? null : 'incident_over'),
  draft_credits: allow(actor, 'incident.edit', ended_at === null ? 'incident_not_over' : null),
  decide_credits: allow(actor, 'credit_note.issue', drafts > 0 ? null : 'no_credits_wait'),
})
