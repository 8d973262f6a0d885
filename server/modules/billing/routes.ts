import type { App } from '../../platform/http/app.ts'
import { creditNoteRoutes } from './credit-note-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { chargeRoutes } from './charge-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { monthRoutes } from './month-routes.ts'
import { runRoutes } from './run-routes.ts'
import { suspensionRoutes } from './suspensions/routes.ts'

export function routes(app: App): void {
  invoiceRoutes(app)
  creditNoteRoutes(app)
  draftRoutes(app)
  runRoutes(app)
  suspensionRoutes(app)
  monthRoutes(app)
  lineRoutes(app)
  chargeRoutes(app)
}
