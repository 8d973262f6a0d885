import type { App } from '../../platform/http/app.ts'
import { aheadRoutes } from './ahead-routes.ts'
import { counterRoutes } from './counter-routes.ts'
import { paymentRoutes } from './payment-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { suspenseRoutes } from './suspense-routes.ts'

export { constraints } from './constraints.ts'
export { selectDepositReceipt as readDepositReceipt } from './deposit-store.ts'
export type { DepositReceipt } from './deposit-store.ts'
export { takeDeposit } from './deposits.ts'
export { leaveAndSettle } from './leave-and-settle.ts'
export { openClientBalance } from './open-client-balance.ts'
export { METHODS } from './payment.ts'
export { selectPayments as listPayments, selectReceipt as readReceipt } from './payment-list-store.ts'
export type { ReceiptFacts } from './payment-list-store.ts'
export { refundPayment } from './refund-payment.ts'
export { renewSubscription } from './renew-subscription.ts'
export type { Renewed, RenewSubscription } from './renew-subscription.ts'
export { reversePayment } from './reverse-payment.ts'
export { paymentSearch } from './search.ts'
export { settings } from './settings.ts'
export { takePayment } from './take-payment.ts'
export type { TakenPayment, TakePayment } from './take-payment.ts'

export function routes(app: App): void {
  paymentRoutes(app)
  counterRoutes(app)
  aheadRoutes(app)
  suspenseRoutes(app)
  receiptRoutes(app)
}
