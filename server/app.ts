import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyBaseLogger } from 'fastify'
import packageJson from '../package.json' with { type: 'json' }
import type { Config } from './config.ts'
import { demoJobs } from './demo/job.ts'
import { systemClock } from './kernel/clock.ts'
import * as access from './modules/access/index.ts'
import * as audit from './modules/audit/index.ts'
import * as auth from './modules/auth/index.ts'
import * as billing from './modules/billing/index.ts'
import * as branches from './modules/branches/index.ts'
import * as bulk from './modules/bulk/index.ts'
import * as clients from './modules/clients/index.ts'
import * as diagnosis from './modules/diagnosis/index.ts'
import * as doctor from './modules/doctor/index.ts'
import * as documents from './modules/documents/index.ts'
import * as events from './modules/events/index.ts'
import type { Topic } from './modules/events/index.ts'
import * as exports from './modules/exports/index.ts'
import * as imports from './modules/imports/index.ts'
import * as incidents from './modules/incidents/index.ts'
import * as messages from './modules/messages/index.ts'
import * as ledger from './modules/ledger/index.ts'
import * as map from './modules/map/index.ts'
import * as olts from './modules/network/olts/index.ts'
import * as onus from './modules/network/onus/index.ts'
import * as routers from './modules/network/routers/index.ts'
import * as sessions from './modules/network/sessions/index.ts'
import * as radius from './modules/network/radius/index.ts'
import * as traffic from './modules/network/traffic/index.ts'
import * as packages from './modules/packages/index.ts'
import * as payments from './modules/payments/index.ts'
import * as reports from './modules/reports/index.ts'
import * as statements from './modules/statements/index.ts'
import * as why from './modules/why/index.ts'
import * as settings from './modules/settings/index.ts'
import type { Setting } from './modules/settings/index.ts'
import { pendingMigrations } from './platform/db/migrate.ts'
import type { Database } from './platform/db/tx.ts'
import type { App, Deps } from './platform/http/app.ts'
import type { ConstraintMeanings } from './platform/http/constraints.ts'
import { forgetKeys } from './platform/http/forget-keys.ts'
import { createServer } from './platform/http/server.ts'
import { makePartitions, purgeRuns } from './platform/jobs/index.ts'
import type { Job } from './platform/jobs/index.ts'
import { createLog } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import type { Metrics } from './platform/metrics.ts'

/** What a module brings to the program; each part may be absent. */
export interface Module {
  readonly name: string
  readonly routes?: (app: App, deps: Deps) => void
  readonly settings?: readonly Setting[]
  readonly constraints?: ConstraintMeanings
  readonly jobs?: readonly Job[]
  /** Of what open pages hear as it changes. */
  readonly topics?: readonly Topic[]
}

/** Things outside this folder that the routes reach; tests leave them out. */
export interface AppHooks {
  readonly setUp?: auth.SetUpHooks
}

/** What the search box finds, in the order it shows; a module above clients adds its own here. */
const searchProviders: readonly clients.SearchProvider[] = [
  clients.clientSearch,
  clients.lineSearch,
  billing.invoiceSearch,
  payments.paymentSearch,
  onus.onuSearch,
]

/** What a client's timeline tells besides events and notes; a module above clients adds its own here. */
const timelineSources: readonly clients.TimelineSource[] = [billing.billsOfRuns]

/** Every module of the program, lower rungs first; a new one is added here and nowhere else. */
export function allModules(hooks: AppHooks = {}): readonly Module[] {
  const modules: Module[] = [
    { name: 'audit', routes: audit.routes },
    { name: 'branches', routes: branches.routes, constraints: branches.constraints },
    {
      name: 'auth',
      routes: (app) => auth.routes(app, hooks.setUp),
      settings: auth.settings as readonly Setting[],
      constraints: auth.constraints,
      jobs: auth.jobs,
    },
    { name: 'ledger', routes: ledger.routes, constraints: ledger.constraints, jobs: ledger.jobs },
    { name: 'packages', routes: packages.routes, settings: packages.settings as readonly Setting[], constraints: packages.constraints },
    { name: 'sessions', routes: sessions.routes, settings: sessions.settings as readonly Setting[], jobs: sessions.jobs },
    {
      name: 'routers',
      routes: routers.routes,
      jobs: routers.jobs,
      settings: routers.settings as readonly Setting[],
      constraints: routers.constraints,
      topics: routers.topics,
    },
    { name: 'olts', routes: olts.routes, constraints: olts.constraints, topics: olts.topics },
    {
      name: 'onus',
      routes: onus.routes,
      settings: onus.settings as readonly Setting[],
      constraints: onus.constraints,
      jobs: onus.jobs,
      topics: onus.topics,
    },
    { name: 'radius', routes: radius.routes, settings: radius.settings as readonly Setting[], constraints: radius.constraints, jobs: radius.jobs },
    { name: 'traffic', routes: traffic.routes, settings: traffic.settings as readonly Setting[], jobs: traffic.jobs, topics: traffic.topics },
    { name: 'access', routes: access.routes, jobs: access.jobs },
    {
      name: 'clients',
      routes: (app) => clients.routes(app, { searchProviders, timelineSources }),
      settings: clients.settings as readonly Setting[],
      constraints: clients.constraints,
      jobs: clients.jobs,
      topics: clients.topics,
    },
    { name: 'billing', routes: billing.routes, settings: billing.settings, constraints: billing.constraints, jobs: billing.jobs, topics: billing.topics },
    { name: 'payments', routes: payments.routes, settings: payments.settings as readonly Setting[], constraints: payments.constraints },
    { name: 'messages', routes: messages.routes, settings: messages.settings as readonly Setting[], jobs: messages.jobs },
    { name: 'incidents', routes: incidents.routes, settings: incidents.settings, jobs: incidents.jobs, topics: incidents.topics },
    { name: 'statements', routes: statements.routes },
    { name: 'why', routes: why.routes },
    { name: 'reports', routes: reports.routes },
    { name: 'doctor', routes: doctor.routes, jobs: doctor.jobs, topics: doctor.topics },
    { name: 'imports', routes: imports.routes, settings: imports.settings as readonly Setting[], jobs: imports.jobs, topics: imports.topics },
    { name: 'bulk', routes: bulk.routes, settings: bulk.settings as readonly Setting[], jobs: bulk.jobs, topics: bulk.topics },
    { name: 'diagnosis', routes: diagnosis.routes },
    { name: 'map', routes: map.routes, settings: map.settings as readonly Setting[] },
    { name: 'documents', routes: documents.routes, settings: documents.settings as readonly Setting[] },
    { name: 'exports', routes: exports.routes, settings: exports.settings as readonly Setting[], jobs: exports.jobs, topics: exports.topics },
  ]
  const known = [...settings.settings, ...modules.flatMap((module) => module.settings ?? [])] as readonly Setting[]
  const topics = modules.flatMap((module) => module.topics ?? [])
  return [
    ...modules,
    { name: 'events', routes: (app) => events.routes(app, { topics }) },
    { name: 'settings', routes: (app) => settings.routes(app, { known }), settings: settings.settings as readonly Setting[] },
  ]
}

/** Every background job of the program, for the workers. */
export const allJobs = (): readonly Job[] => [purgeRuns, makePartitions, forgetKeys, ...demoJobs, ...allModules().flatMap((module) => module.jobs ?? [])]

/** Every setting the program knows, by key. */
export const allSettings = (): readonly Setting[] =>
  allModules()
    .flatMap((module) => module.settings ?? [])
    .sort((a, b) => (a.key < b.key ? -1 : 1))

export interface AppOptions {
  readonly database: Database
  readonly config: Pick<Config, 'publicUrl' | 'trustProxy' | 'logLevel'>
  readonly hooks?: AppHooks
  /** The built web app; web/dist where not said. */
  readonly webRoot?: string
  readonly logger?: FastifyBaseLogger
  readonly metrics?: Metrics
  readonly shedsLoad?: boolean
}

const ROOT = join(fileURLToPath(import.meta.url), '..', '..')

/**
 * Puts the program's web side together: the server with its mechanisms, and the routes of every module under /api/v1.
 * Brings the built-in roles up to date. @throws when a route has no permission or no response schema.
 */
export async function buildApp(options: AppOptions): Promise<App> {
  await auth.syncBuiltinRoles(options.database.db)
  return assemble(options)
}

/** The same routes over no database: for the contract and for generated tests, which only read what the routes say of themselves. */
export function describedApp(): Promise<App> {
  const database = { clock: systemClock } as Database
  return assemble({ database, config: { publicUrl: null, trustProxy: [], logLevel: 'silent' }, webRoot: ROOT, shedsLoad: false })
}

async function assemble({
  database,
  config,
  hooks = {},
  webRoot = join(ROOT, 'web', 'dist'),
  logger,
  metrics = createMetrics(),
  shedsLoad = true,
}: AppOptions): Promise<App> {
  const modules = allModules(hooks)
  const deps: Deps = {
    database,
    clock: database.clock,
    config: { publicUrl: config.publicUrl, trustProxy: config.trustProxy, webRoot, logLevel: config.logLevel },
  }
  const app = await createServer({
    deps,
    identities: auth.identities(database),
    constraints: Object.assign({}, ...modules.map((module) => module.constraints ?? {})) as ConstraintMeanings,
    metrics,
    ready: readiness(database),
    version: packageJson.version,
    logger: logger ?? createLog({ level: config.logLevel, folder: null }),
    shedsLoad,
  })
  await app.register(
    async (api) => {
      for (const module of modules) module.routes?.(api as unknown as App, deps)
    },
    { prefix: '/api/v1' },
  )
  await app.ready()
  return app
}

/** Migrations are looked at until they are complete, and then never again: a running program's database does not go back. */
function readiness(database: Database): () => Promise<{ database: boolean; migrations: boolean }> {
  let isMigrated = false
  return async () => {
    await database.db.selectNoFrom((eb) => eb.val(1).as('one')).execute()
    isMigrated ||= (await pendingMigrations(database.directUrl)).length === 0
    return { database: true, migrations: isMigrated }
  }
}
