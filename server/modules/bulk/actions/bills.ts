import { z } from 'zod'
import { Conflict } from '../../../kernel/errors.ts'
import { firstDay, firstDayAfter, monthOf } from '../../../kernel/time.ts'
import { idSchema, monthSchema } from '../../../platform/http/schemas.ts'
import { issueInvoice, voidInvoice } from '../../billing/index.ts'
import { notify } from '../../notifications/index.ts'
import { defineAction } from '../action.ts'
import { newestOpenInvoice } from '../names-store.ts'
import { clientOf } from './place.ts'

/** Everything due up to the end of a month; the bill goes to the client as every bill does. Going back voids it while nothing is paid. */
export const billClients = defineAction({
  permission: 'invoice.issue',
  isPerLine: false,
  params: z.strictObject({ month: monthSchema.optional().meta({ description: 'The month it is done in where left out' }) }),
  prepare: async () => null,
  async change(tx, { clientId }, { month }) {
    await clientOf(tx, clientId)
    const billed = month ?? monthOf(tx.today)
    const issued = await issueInvoice(tx, { clientId, until: firstDayAfter(billed), month: firstDay(billed) })
    if (issued === null) return null
    return { facts: [{ what: 'invoice', from: null, to: issued.code }], undo: { invoice_id: issued.invoiceId, code: issued.code } }
  },
  undo: {
    permission: 'invoice.void',
    schema: z.object({ invoice_id: idSchema, code: z.string() }),
    async back(tx, _target, { invoice_id, code }) {
      await voidInvoice(tx, { invoiceId: invoice_id, reason: 'Bulk billing undone' })
      return [{ what: 'invoice', from: code, to: null }]
    },
  },
})

/** The newest open bill once more, at most once a day. A message that went out cannot be taken back. */
export const sendBills = defineAction({
  permission: 'message.send_bulk',
  isPerLine: false,
  params: z.strictObject({}),
  prepare: async () => null,
  async change(tx, { clientId }) {
    const client = await clientOf(tx, clientId)
    const invoice = await newestOpenInvoice(tx, clientId)
    if (invoice === null) throw new Conflict('nothing_open', 'Nothing is open')
    const isSent = await notify(tx, 'invoice-issued', {
      clientId,
      dedupeKey: `invoice-issued:${invoice.id}:again:${tx.today}`,
      payload: { invoice_id: invoice.id, code: invoice.code, total_minor: invoice.openMinor, due_on: invoice.dueOn.toString() },
      locale: client.locale,
    })
    return isSent ? { facts: [{ what: 'message', from: null, to: invoice.code }], undo: null } : null
  },
  undo: null,
})
