import type { App } from '../../../platform/http/app.ts'
import type { TimelineSource } from '../read-timeline.ts'
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

interface FromAbove {
  /** Everything the search box finds. */
  readonly searchProviders: readonly SearchProvider[]
  /** What the timeline tells besides events and notes. */
  readonly timelineSources: readonly TimelineSource[]
}

/** Modules above this one bring what is theirs through the composition root. */
export function routes(app: App, { searchProviders, timelineSources }: FromAbove): void {
  clientRoutes(app)
  clientPageRoutes(app, timelineSources)
  documentRoutes(app)
  subscriptionRoutes(app)
  exemptionRoutes(app)
  signupRoutes(app)
  lookupRoutes(app, searchProviders)
  packageVersionRoutes(app)
  wordRoutes(app)
}
