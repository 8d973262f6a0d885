import type { Tx } from '../../../platform/db/tx.ts'
import { notifyStaged } from '#modules/notifications/index.ts'
import { getSettings } from '#modules/settings/index.ts'
import { billsDueSoon, coverEndingSoon, linesCutSoon } from './reminders.sql.ts'
import { warnBeforeCut, warnBeforeDue, warnBeforeExpiry } from './settings.ts'
import { cutTerms } from './terms.ts'

/**
 * Queues the day's reminders: bills due soon, lines to be cut soon, prepaid cover that ends soon. Each once, in the client's language, and not to who has paid or is
 * exempt. Repeatable; a day on which it did not run is made up for while the thing still lies ahead.
 */
export async function remindClients(tx: Tx): Promise<void> {
  const [due, cut, expiry] = await getSettings(tx, [warnBeforeDue, warnBeforeCut, warnBeforeExpiry])
  if (due > 0) await notifyStaged(tx, 'payment-due-soon', billsDueSoon(tx.today, tx.today.add({ days: due })))
  if (cut > 0) await notifyStaged(tx, 'suspension-warning', linesCutSoon({ ...(await cutTerms(tx)), day: tx.today.add({ days: cut }) }))
  if (expiry > 0) await notifyStaged(tx, 'expiry-warning', coverEndingSoon(tx.today, tx.today.add({ days: expiry })))
}
