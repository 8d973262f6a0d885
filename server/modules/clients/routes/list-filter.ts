import { z } from 'zod'
import { later } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { dateSchema, flagParam, idParam, lineOfText, minorParam } from '../../../platform/http/schemas.ts'
import { STATES } from '../../access/index.ts'
import { CONNECTION_KINDS } from '../lines/line.ts'
import type { ClientFilter } from '../list/filter.ts'

const days = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'Expected a number of days')
    .transform(Number)
    .optional()
    .meta({ type: 'integer', minimum: 1, maximum: 9999, description })

/** The filters of the list, of its count, its export and of bulk work. State, package, router and connection concern one and the same line of a client. */
export const filterQuery = {
  q: lineOfText(100).optional().meta({ description: 'A part of code, name, telephone, e-mail, PPPoE login or MAC' }),
  state: z
    .enum([...STATES, 'none'])
    .optional()
    .meta({ description: 'A client has one of his live lines in this state; left = all his lines have left' }),
  branch_id: idParam.optional(),
  area_id: idParam.optional(),
  reseller_id: idParam.optional(),
  package_id: idParam.optional(),
  router_id: idParam.optional(),
  has_router: flagParam.optional(),
  connection_kind: z.enum(CONNECTION_KINDS).optional(),
  tag: lineOfText(40).optional(),
  vip: flagParam.optional(),
  whitelist: flagParam.optional(),
  deleted: flagParam.optional().meta({ description: 'true: deleted clients instead of the others' }),
  joined_from: dateSchema.optional(),
  joined_to: dateSchema.optional(),
  left_from: dateSchema.optional().meta({ description: 'All his lines have left, the last of them on this day or later' }),
  left_to: dateSchema.optional(),
  expires_from: dateSchema.optional(),
  expires_to: dateSchema.optional(),
  expires_within: days('Prepaid cover ends in at most so many days from today; what has ended is not meant'),
  owes: flagParam.optional(),
  owes_from: minorParam.optional().meta({ description: 'Owes so much or more' }),
  overdue_days: days('Something he owes fell due at least so many days ago; 1 = all that is overdue'),
}

const filterShape = z.object(filterQuery)

/** Days that the query counts from today become days of the calendar. */
export function toFilter(query: z.output<typeof filterShape>, today: PlainDate): ClientFilter {
  const { expires_within: within, overdue_days: overdue } = query
  const tomorrow = today.add({ days: 1 })
  return {
    q: query.q,
    state: query.state,
    branchId: query.branch_id,
    areaId: query.area_id,
    resellerId: query.reseller_id,
    packageId: query.package_id,
    routerId: query.router_id,
    hasRouter: query.has_router,
    connectionKind: query.connection_kind,
    tag: query.tag,
    isVip: query.vip,
    isWhitelisted: query.whitelist,
    isDeleted: query.deleted,
    joinedFrom: query.joined_from,
    joinedTo: query.joined_to,
    leftFrom: query.left_from,
    leftTo: query.left_to,
    expiresFrom: within === undefined ? query.expires_from : query.expires_from === undefined ? tomorrow : later(query.expires_from, tomorrow),
    expiresTo: within === undefined ? query.expires_to : (query.expires_to ?? today.add({ days: within })),
    owes: query.owes,
    owesFrom: query.owes_from,
    dueBefore: overdue === undefined ? undefined : today.subtract({ days: overdue - 1 }),
  }
}
