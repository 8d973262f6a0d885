import type { Actor } from '../../kernel/actor.ts'
import { firstDayAfter, isBefore } from '../../kernel/time.ts'
import type { Month, PlainDate } from '../../kernel/time.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { Account, ListedEntry } from './entry-list-store.ts'

export const ENTRY_ACTIONS = ['reverse'] as const
export const MONTH_ACTIONS = ['close', 'reopen'] as const

/** Accounts that stand for clients, gateways, resellers or staff are kept by their documents. */
export const isPostable = ({ control_of, is_active }: Pick<Account, 'control_of' | 'is_active'>): boolean =>
  is_active && (control_of === null || control_of === 'wallet')

const refusalToReverse = ({ kind, reversed_by_id }: Pick<ListedEntry, 'kind' | 'reversed_by_id'>): Refusal | null =>
  kind !== 'manual' ? 'entry_not_manual' : reversed_by_id === null ? null : 'entry_reversed'

/** What may be done with an entry; the use case refuses by the same conditions. */
export const allowedOnEntry = (actor: Actor, entry: Pick<ListedEntry, 'kind' | 'reversed_by_id'>): Record<(typeof ENTRY_ACTIONS)[number], Allowed> => ({
  reverse: allow(actor, 'ledger.post_manual', refusalToReverse(entry)),
})

/** What may be done with an accounting month. Whether the books agree is found out when it is closed. */
export function allowedOnMonth(
  actor: Actor,
  { month, isClosed }: { month: Month; isClosed: boolean },
  today: PlainDate,
): Record<(typeof MONTH_ACTIONS)[number], Allowed> {
  const isPart = actor.scope.kind !== 'company'
  return {
    close: allow(
      actor,
      'ledger.close_month',
      isPart ? 'whole_company' : isClosed ? 'month_is_closed' : isBefore(today, firstDayAfter(month)) ? 'month_not_over' : null,
    ),
    reopen: allow(actor, 'ledger.reopen_month', isPart ? 'whole_company' : isClosed ? null : 'month_is_open'),
  }
}
