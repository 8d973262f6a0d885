import { z } from 'zod'
import { Conflict, NotFound } from '../../../kernel/errors.ts'
import { isBefore, later } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { dateSchema, idSchema, lineOfText, minorSchema } from '../../../platform/http/schemas.ts'
import { changePackage } from '../../billing/index.ts'
import { readTermsHistory } from '../../clients/index.ts'
import { defineAction } from '../action.ts'
import type { Fact } from '../action.ts'
import { nameOf, requireName } from '../names-store.ts'

const undo = z.object({
  /** The package given, by which a change since is known. */
  given_id: idSchema,
  starts_on: dateSchema,
  how: z.enum(['now', 'full_new_cycle', 'cycle_end']).optional(),
  package_id: idSchema,
  package_version_id: idSchema,
  price_override_minor: minorSchema.nullable(),
  discount_bp: z.int(),
  discount_minor: minorSchema,
  reason: z.string(),
  approved_by: idSchema.nullable(),
})

/** Another package for a line, with the money its billing policy says. */
export const changePackages = defineAction({
  permission: 'subscription.change_package',
  isPerLine: true,
  params: z.strictObject({
    package_id: idSchema,
    on: dateSchema.optional().meta({ description: 'First day of the new package; the day it is done where left out' }),
    how: z.enum(['now', 'full_new_cycle', 'cycle_end']).optional().meta({ description: 'Instead of the way of the billing policy' }),
    keeps_discount: z.boolean().default(false).meta({ description: 'The standing discount holds for the new package too; own prices always end' }),
    reason: lineOfText(300).default(''),
  }),
  prepare: async (tx, { package_id }) => await requireName(tx, 'package', package_id),

  async change(tx, { subscriptionId }, { package_id, on, how, keeps_discount, reason }, name) {
    const history = await readTermsHistory(tx, [subscriptionId])
    const last = history.at(-1)
    if (last === undefined) throw NotFound.of('terms of subscription', subscriptionId)
    if (last.package_id === package_id) return null
    const from = on ?? tx.today
    const before = history.findLast(({ starts_on }) => !isBefore(from, starts_on)) ?? last
    const keeps = keeps_discount && (before.discount_bp > 0 || before.discount_minor > 0n)
    const changed = await changePackage(tx, {
      subscriptionId,
      packageId: package_id,
      on: from,
      reason,
      ...(how === undefined ? {} : { how }),
      ...(keeps ? { discountBp: before.discount_bp, discount: before.discount_minor, approvedBy: before.approved_by } : {}),
    })
    const facts: Fact[] = [{ what: 'package', from: last.package_name, to: name }]
    if (!changed.startsOn.equals(tx.today)) facts.push({ what: 'starts_on', from: null, to: changed.startsOn.toString() })
    if (before.price_override_minor !== null) facts.push({ what: 'own_price', from: before.price_override_minor.toString(), to: null })
    if (!keeps && (before.discount_bp > 0 || before.discount_minor > 0n)) facts.push({ what: 'discount', from: discountText(before), to: null })
    return {
      facts,
      undo: {
        given_id: package_id,
        starts_on: changed.startsOn,
        ...(how === undefined ? {} : { how }),
        package_id: last.package_id,
        package_version_id: last.package_version_id,
        price_override_minor: last.price_override_minor,
        discount_bp: last.discount_bp,
        discount_minor: last.discount_minor,
        reason: last.reason,
        approved_by: last.approved_by,
      },
    }
  },

  undo: {
    permission: 'subscription.change_package',
    schema: undo,
    async back(tx, { subscriptionId }, was) {
      const last = (await readTermsHistory(tx, [subscriptionId])).at(-1)
      if (last?.package_id === was.package_id && last.package_version_id === was.package_version_id) return null
      if (last?.package_id !== was.given_id) throw new Conflict('changed_meanwhile', 'Somebody has changed the package since; look at the line')
      await changePackage(tx, {
        subscriptionId,
        packageId: was.package_id,
        packageVersionId: was.package_version_id,
        // What has not begun yet is taken back from its first day; what has, from today.
        on: was.how === 'cycle_end' ? tx.today : later(was.starts_on, tx.today),
        priceOverride: was.price_override_minor,
        discountBp: was.discount_bp,
        discount: was.discount_minor,
        reason: was.reason,
        approvedBy: was.approved_by,
        ...(was.how === undefined ? {} : { how: was.how }),
      })
      return [{ what: 'package', from: last.package_name, to: await packageName(tx, was.package_id) }]
    },
  },
})

const packageName = async (tx: Tx, id: bigint): Promise<string | null> => await nameOf(tx, 'package', id)

/** Basis points, or an amount of minor units. */
const discountText = ({ discount_bp, discount_minor }: { discount_bp: number; discount_minor: bigint }): string =>
  discount_bp > 0 ? `${discount_bp}bp` : discount_minor.toString()
