import { z } from 'zod'
import { LOCALES, companyScope } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { App } from '../../platform/http/app.ts'
import { lineOfText, name } from '../../platform/http/schemas.ts'
import { visitorActor } from './log-in.ts'
import { hashPassword } from './password.ts'
import { checkPassword } from './password-rules.ts'
import { openSession, setCookie } from './session.ts'
import { passwordInput } from './session-routes.ts'
import { checkSetupToken, setUpCompany } from './set-up-company.ts'
import { isSetupNeeded } from './setup-store.ts'
import { emailInput, usernameInput } from './user-routes.ts'
import { companyCurrency, companyZone } from '../settings/index.ts'

const setUpBody = z.strictObject({
  token: z.string().min(1).max(200),
  company: z.strictObject({
    name: name(),
    zone: companyZone.schema,
    currency: companyCurrency.schema,
    locale: z.enum(LOCALES),
    fiscal_year_start_month: z.int().min(1).max(12).default(7),
    address: lineOfText(500).default(''),
    phone: lineOfText(60).default(''),
    email: emailInput.default(''),
  }),
  vat: z
    .strictObject({
      registration: lineOfText(60).default(''),
      rounding: z.enum(['line', 'invoice']).default('line'),
      rate_bp: z.int().min(0).max(10_000).default(0),
    })
    .prefault({}),
  admin: z.strictObject({ username: usernameInput, full_name: name(), email: emailInput.default(''), password: passwordInput }),
  load_demo: z.boolean().default(false),
})

export type SetUpBody = z.output<typeof setUpBody>

export interface SetUpHooks {
  /** Called in the transaction of the set-up: what later modules need in a new company (VAT rate, chart of accounts). */
  readonly prepareCompany?: (tx: Parameters<typeof setUpCompany>[0], body: SetUpBody) => Promise<void>
  /** Starts loading the demo company; returns at once. */
  readonly loadDemo?: (tx: Parameters<typeof setUpCompany>[0]) => Promise<void>
}

export function setupRoutes(app: App, hooks: SetUpHooks): void {
  const { database } = app.deps
  const tags = ['set-up']

  app.get(
    '/setup',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Whether this installation waits for its set-up',
        response: { 200: z.object({ needed: z.boolean(), demo_available: z.boolean() }) },
      },
    },
    async () => {
      const needed = await isSetupNeeded(database.db)
      return { needed, demo_available: needed && hooks.loadDemo !== undefined }
    },
  )

  app.post(
    '/setup',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Set the company up, with the token printed in the terminal; logs the administrator in',
        body: setUpBody,
        response: { 201: z.object({ username: z.string(), demo_loading: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const { token, company, vat, admin, load_demo } = request.body
      const visitor = { ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 400) ?? null }
      // The token has 256 random bits and is looked at before anything costly, so guessing needs no limit.
      await inTransaction(database, { actor: visitorActor(visitor) }, (tx) => checkSetupToken(tx, token))
      checkPassword(admin.password, { locale: company.locale, personal: [admin.username, admin.full_name, company.name] })
      const passwordHash = await hashPassword(admin.password)
      const facts = {
        'company.name': company.name,
        'company.zone': company.zone,
        'company.currency': company.currency,
        'company.locale': company.locale,
        'company.fiscal_year_start_month': company.fiscal_year_start_month,
        'company.address': company.address,
        'company.phone': company.phone,
        'company.email': company.email,
        'company.vat_registration': vat.registration,
        'billing.vat_rounding': vat.rounding,
      }
      const actor = { ...visitorActor(visitor, 'set-up'), permissions: ALL_PERMISSIONS, scope: companyScope }
      const loadDemo = load_demo ? hooks.loadDemo : undefined
      const secret = await inTransaction(database, { actor, requestId: request.id }, async (tx) => {
        await checkSetupToken(tx, token)
        const userId = await setUpCompany(tx, {
          facts,
          branch: { code: 'main', name: company.name },
          admin: { username: admin.username, fullName: admin.full_name, email: admin.email, locale: company.locale, passwordHash },
        })
        await hooks.prepareCompany?.(tx, request.body)
        await loadDemo?.(tx)
        return (await openSession(tx, userId, visitor)).secret
      })
      setCookie(request, reply, secret)
      return reply.code(201).send({ username: admin.username, demo_loading: loadDemo !== undefined })
    },
  )
}
