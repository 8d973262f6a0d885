import type { App } from '../../../platform/http/app.ts'
import type { SearchProvider } from '../search/provider.ts'
import { clientPageRoutes } from './client-page.ts'
import { clientRoutes } from './clients.ts'
import { documentRoutes } from './documents.ts'
import { exemptionRoutes } from './exemptions.ts'
import { lookupRoutes } from './lookups.ts'
import { packageVersionRoutes } from './package-versions.ts'
import { signupRoutes } from './signups.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { wordRoutes } from './words.ts'

/** `searchProviders` = everything the search box finds; modules above this one bring theirs through the composition root. */
export function routes(app: App, { searchProviders }: { searchProviders: readonly SearchProvider[] }): void {
  clientRoutes(app)
  clientPageRoutes(app)
  documentRoutes(app)
  subscriptionRoutes(app)
  exemptionRoutes(app)
  signupRoutes(app)
  lookupRoutes(app, searchProviders)
  packageVersionRoutes(app)
  wordRoutes(app)
}
