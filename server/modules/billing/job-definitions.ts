import { z } from 'zod'
import { defineJob } from '../../platform/jobs/index.ts'
import { idSchema } from '../../platform/http/schemas.ts'

/** Previews a run, and bills it once it is started or released. One job per run at a time. */
export const billMonth = defineJob({
  name: 'billing.bill_month',
  schema: z.object({ run_id: idSchema }),
  options: { policy: 'short', timeoutSeconds: 6 * 3600, concurrency: 1, attempts: 20 },
})

/** Half past midnight on the first of each month, in the company's zone. */
export const startMonth = defineJob({ name: 'billing.start_month', schema: z.object({}), options: { policy: 'exclusive', cron: '30 0 1 * *' } })

/** Opens late fees of the day. */
export const lateFees = defineJob({ name: 'billing.charge_late_fees', schema: z.object({}), options: { policy: 'exclusive', cron: '10 1 * * *' } })

/** Prepaid cover ends at midnight of the company's zone; looked at every five minutes, so that a late worker is late by minutes. */
export const expireLines = defineJob({
  name: 'billing.expire_prepaid',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '*/5 * * * *', isRecorded: false },
})

/** Whose bills are overdue is cut, and who no longer is comes back; a few minutes past every full hour, after flags and reasons have ended. */
export const chaseBills = defineJob({
  name: 'billing.chase_overdue',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '14 * * * *', timeoutSeconds: 3300, attempts: 3 },
})

/** Reminders before a bill is due, a line is cut or cover ends, at ten in the morning of the company. */
export const remindOfBills = defineJob({ name: 'billing.remind_clients', schema: z.object({}), options: { policy: 'exclusive', cron: '0 10 * * *' } })

/** Plans and carries out a run of cutting that a person asked for or released. One job per run at a time. */
export const cutLines = defineJob({
  name: 'billing.cut_lines',
  schema: z.object({ run_id: idSchema }),
  options: { policy: 'short', timeoutSeconds: 3600, concurrency: 1, attempts: 20 },
})

/** Adds what the last sealed hour brought to the sums of the billing months; a few minutes after the books are sealed. */
export const foldBillingMonths = defineJob({
  name: 'billing.fold_months',
  schema: z.object({}),
  options: { policy: 'exclusive', cron: '12 * * * *', timeoutSeconds: 3300, attempts: 2 },
})
