import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isOfDebtors, receivable } from './filter.ts'
import type { ClientFilter } from './filter.ts'

export const SORTS = ['id', 'code', 'name', 'joined_on', 'expires_on', 'balance'] as const
export type SortKey = (typeof SORTS)[number]
export const SORT_PARAMS = [...SORTS, ...SORTS.map((key) => `-${key}` as const)] as const
export type SortParam = (typeof SORT_PARAMS)[number]

/** One stretch of a sorted list that one index gives in order. */
export interface Stretch {
  /** The sort value of a row; null where the client id alone orders it. */
  readonly key: RawBuilder<unknown> | null
  readonly cast: RawBuilder<unknown>
  /** What sets the stretch apart from the others of its list. */
  readonly where: RawBuilder<unknown> | null
  /** Read along the index of debts, not along one of the list. */
  readonly isDebtors: boolean
  /** Whether there is an index that begins with the branch and goes on in this order. */
  readonly isByBranch: boolean
  readonly direction: 'asc' | 'desc'
}

const plain = { where: null, isDebtors: false, isByBranch: false }

/**
 * A list is one stretch or two: clients without a value (postpaid ones in a list by expiry, those who owe nothing in a list by
 * balance) come in the order of their ids, after those that have one - and before the debtors where the smallest balance is first.
 * A stretch that the filter leaves nothing of is not walked: nobody who left has a day of expiry, no debtor owes nothing.
 */
export function stretchesOf(sort: SortParam, filter: ClientFilter): readonly Stretch[] {
  const { state, owes } = filter
  const isDescending = sort.startsWith('-')
  const direction = isDescending ? 'desc' : 'asc'
  switch (sort.replace('-', '') as SortKey) {
    case 'id':
      return [{ ...plain, key: null, cast: sql``, direction }]
    case 'code':
      return [{ ...plain, key: sql`l.code`, cast: sql`::text`, isByBranch: true, direction }]
    case 'name':
      return [{ ...plain, key: sql`l.sort_name`, cast: sql`::text`, isByBranch: true, direction }]
    case 'joined_on':
      return [{ ...plain, key: sql`l.joined_on`, cast: sql`::date`, direction }]
    case 'expires_on':
      return [
        ...(state === 'left' || state === 'none'
          ? []
          : [{ ...plain, key: sql`l.expires_on`, cast: sql`::date`, where: sql`l.expires_on is not null`, direction } as const]),
        { ...plain, key: null, cast: sql``, where: sql`l.expires_on is null`, direction: 'asc' },
      ]
    case 'balance': {
      const debtors: Stretch = { ...plain, key: sql`b.receivable_minor`, cast: sql`::bigint`, isDebtors: true, direction }
      const others: Stretch = { ...plain, key: null, cast: sql``, where: sql`${receivable} <= 0`, direction: 'asc' }
      if (isOfDebtors(filter)) return owes === false ? [] : [debtors]
      if (owes === false) return [others]
      return isDescending ? [debtors, others] : [others, debtors]
    }
  }
}
