import { z } from 'zod'
import { toMinor } from '../../../kernel/money.ts'
import type { App } from '../../../platform/http/app.ts'
import { idParams, idSchema, minorSchema, name, patchOf } from '../../../platform/http/schemas.ts'
import { reading, transact } from '../../../platform/http/transact.ts'
import { codeSchema, priceSchema } from '../schemas.ts'
import { createPolicy, editPolicy, makeDefaultPolicy } from './edit-policy.ts'
import { CHANGE_REFUNDS, FIRST_PERIODS, LATE_RENEWALS, PACKAGE_CHANGES, PREPAID_CHANGES, PRORATIONS, selectPolicies } from './store.ts'

const days = z.int().min(0).max(365)

const terms = {
  code: codeSchema,
  name: name(100),
  proration: z.enum(PRORATIONS),
  first_period: z.enum(FIRST_PERIODS),
  package_change: z.enum(PACKAGE_CHANGES),
  package_change_fee_minor: priceSchema,
  change_refund: z.enum(CHANGE_REFUNDS),
  charge_while_paused: z.boolean(),
  charge_while_suspended: z.boolean(),
  due_days: days,
  grace_days: days,
  late_fee_minor: priceSchema,
  late_fee_bp: z.int().min(0).max(10_000),
  late_renewal: z.enum(LATE_RENEWALS),
  prepaid_change: z.enum(PREPAID_CHANGES),
}

const policySchema = z.object({
  id: idSchema,
  is_default: z.boolean(),
  ...terms,
  code: z.string(),
  name: z.string(),
  package_change_fee_minor: minorSchema,
  late_fee_minor: minorSchema,
})

const createBody = z.strictObject({
  ...terms,
  proration: terms.proration.default('actual_days'),
  first_period: terms.first_period.default('prorate'),
  package_change: terms.package_change.default('now'),
  package_change_fee_minor: terms.package_change_fee_minor.default(toMinor(0)),
  change_refund: terms.change_refund.default('credit'),
  charge_while_paused: terms.charge_while_paused.default(false),
  charge_while_suspended: terms.charge_while_suspended.default(true),
  due_days: terms.due_days.default(10),
  grace_days: terms.grace_days.default(3),
  late_fee_minor: terms.late_fee_minor.default(toMinor(0)),
  late_fee_bp: terms.late_fee_bp.default(0),
  late_renewal: terms.late_renewal.default('from_payment'),
  prepaid_change: terms.prepaid_change.default('value'),
})

const tags = ['packages']

export function policyRoutes(app: App): void {
  app.get(
    '/billing-policies',
    {
      config: { permission: 'package.view', unpaged: true },
      schema: {
        tags,
        summary: 'Billing policies: how part cycles, changes and delays are charged',
        response: { 200: z.object({ items: z.array(policySchema) }) },
      },
    },
    async (request) => ({ items: await selectPolicies(await reading(request)) }),
  )

  app.post(
    '/billing-policies',
    { config: { permission: 'settings.edit' }, schema: { tags, summary: 'Add a billing policy', body: createBody, response: { 201: policySchema } } },
    async (request, reply) => reply.code(201).send(await transact(request, (tx) => createPolicy(tx, request.body))),
  )

  app.patch(
    '/billing-policies/:id',
    {
      config: { permission: 'settings.edit' },
      schema: {
        tags,
        summary: 'Change a billing policy for everything billed from now on',
        params: idParams,
        body: patchOf(terms),
        response: { 200: policySchema },
      },
    },
    async (request) => transact(request, (tx) => editPolicy(tx, request.params.id, request.body)),
  )

  app.post(
    '/billing-policies/:id/default',
    {
      config: { permission: 'settings.edit' },
      schema: { tags, summary: 'Make it the policy of new lines', params: idParams, response: { 200: policySchema } },
    },
    async (request) => transact(request, (tx) => makeDefaultPolicy(tx, request.params.id)),
  )
}
