import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Scope } from '../../kernel/actor.ts'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import { sumOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { businessDay, daysBetween, isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { App } from '../../platform/http/app.ts'
import { dateSchema, idParam, idParams } from '../../platform/http/schemas.ts'
import { reading } from '../../platform/http/transact.ts'
import { isPostable } from './allowed.ts'
import { selectAccountDays, selectTrialBalance } from './balance-store.ts'
import { selectAccounts } from './entry-list-store.ts'
import type { Account } from './entry-list-store.ts'
import { accountSchema, accountStatementSchema, trialBalanceSchema } from './schemas.ts'

const tags = ['ledger']
/** A statement has a line for each day. */
const MOST_DAYS = 800

const shown = (account: Account) => ({ ...account, is_postable: isPostable(account) })
const onNormalSide = ({ normal_side }: Pick<Account, 'normal_side'>, debitBalance: bigint): Minor =>
  (normal_side === 'debit' ? debitBalance : -debitBalance) as Minor

/** The branches a person may see the figures of, or the one he asks for. @throws Forbidden 403 for a reseller, or another's branch. */
function branchesOf(scope: Scope, asked: bigint | undefined): readonly bigint[] | null {
  if (scope.kind === 'reseller') throw new Forbidden('The books are the company’s; a reseller has his own statement')
  if (asked === undefined) return scope.kind === 'branches' ? scope.branchIds : null
  if (scope.kind === 'branches' && !scope.branchIds.includes(asked)) throw new Forbidden('You can see the books of your own branches only')
  return [asked]
}

/** The chart of accounts and what the journal adds up to on it. */
export function accountRoutes(app: App): void {
  app.get(
    '/ledger/accounts',
    {
      config: { permission: 'ledger.view', unpaged: true },
      schema: { tags, summary: 'The chart of accounts', response: { 200: z.object({ items: z.array(accountSchema) }) } },
    },
    async (request) => ({ items: (await selectAccounts(await reading(request))).map(shown) }),
  )

  app.get(
    '/ledger/accounts/:id/statement',
    {
      config: { permission: 'ledger.view', unpaged: true },
      schema: {
        tags,
        summary: 'An account day by day with its balance; this month where no days are given',
        params: idParams,
        querystring: z.strictObject({
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          branch_id: idParam.optional(),
          wallet_id: idParam.optional().meta({ description: 'Of the account of wallets: one of them' }),
        }),
        response: { 200: accountStatementSchema },
      },
    },
    async (request) => {
      const { branch_id, wallet_id } = request.query
      const branchIds = branchesOf(request.actor.scope, branch_id)
      const conn = await reading(request)
      const to = request.query.to ?? (await today(request))
      const from = request.query.from ?? to.with({ day: 1 })
      if (isBefore(to, from)) throw new Invalid('The first day lies after the last', { errors: [{ field: 'from', message: 'Expected a day up to `to`' }] })
      if (daysBetween(from, to) > MOST_DAYS)
        throw new Invalid(`At most ${MOST_DAYS} days are shown`, { errors: [{ field: 'from', message: 'Take a later day' }] })
      const account = (await selectAccounts(conn)).find(({ id }) => id === request.params.id)
      if (account === undefined) throw NotFound.of('account', request.params.id)
      const { opening, days } = await selectAccountDays(conn, { accountId: account.id, from, to, branchIds, walletId: wallet_id })
      let balance: bigint = opening
      const items = days.map((day) => {
        balance += day.debit_minor - day.credit_minor
        return { ...day, balance_minor: onNormalSide(account, balance) }
      })
      return {
        account: shown(account),
        from,
        to,
        opening_minor: onNormalSide(account, opening),
        items,
        debit_minor: sumOf(days, ({ debit_minor }) => debit_minor),
        credit_minor: sumOf(days, ({ credit_minor }) => credit_minor),
        closing_minor: onNormalSide(account, balance),
      }
    },
  )

  app.get(
    '/ledger/trial-balance',
    {
      config: { permission: 'ledger.view', unpaged: true },
      schema: {
        tags,
        summary: 'Sums of every account up to a day',
        querystring: z.strictObject({ on: dateSchema.optional(), branch_id: idParam.optional() }),
        response: { 200: trialBalanceSchema },
      },
    },
    async (request) => {
      const branchIds = branchesOf(request.actor.scope, request.query.branch_id)
      const on = request.query.on ?? (await today(request))
      const rows = await selectTrialBalance(await reading(request), { on, branchIds })
      const items = rows.map((row) => ({ ...row, balance_minor: onNormalSide(row, row.debit_minor - row.credit_minor) }))
      return { on, items, debit_minor: sumOf(rows, ({ debit_minor }) => debit_minor), credit_minor: sumOf(rows, ({ credit_minor }) => credit_minor) }
    },
  )
}

async function today(request: FastifyRequest): Promise<PlainDate> {
  return businessDay(request.server.deps.clock.now(), (await reading(request)).company.zone)
}
