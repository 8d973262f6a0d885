import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { date } from '../../kernel/time.ts'
import { anActor } from '../../testing/factories.ts'
import { chooseWallet } from './choose-wallet.ts'
import type { WalletChoice } from './choose-wallet.ts'
import { cashRounding, normaliseTrx } from './payment.ts'
import { dueOf, planAllocation } from './plan-allocation.ts'
import type { OpenInvoice } from './plan-allocation.ts'

const invoice = (id: number, open: number, due = '2026-01-10'): OpenInvoice => ({
  invoiceId: BigInt(id),
  open: toMinor(open),
  dueOn: date(due),
  branchId: 1n,
  kind: 'month',
  code: `INV-${id}`,
  allocationId: BigInt(1000 + id),
})

describe('planAllocation', () => {
  test('never gives an invoice more than is open of it, nor all of them more than the money', () => {
    const invoices = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 30 }), open: fc.integer({ min: 1, max: 10_000 }) }), {
      selector: ({ id }) => id,
      maxLength: 10,
    })
    const chosen = fc.option(
      fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 30 }), amount: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: undefined }) }), {
        selector: ({ id }) => id,
        maxLength: 6,
      }),
    )
    fc.assert(
      fc.property(invoices, chosen, fc.integer({ min: 1, max: 50_000 }), (list, picks, amount) => {
        const open = list.map(({ id, open: left }) => invoice(id, left))
        const wanted =
          picks === null ? null : picks.map((pick) => ({ invoiceId: BigInt(pick.id), ...(pick.amount === undefined ? {} : { amount: toMinor(pick.amount) }) }))
        const planned = planAllocation(7n, toMinor(amount), open, wanted)
        const total = planned.reduce((sum, each) => sum + each.amount, 0n)
        const due = dueOf(open, wanted)
        expect(total).toBe(BigInt(amount) < due ? BigInt(amount) : due)
        for (const { invoice: target, amount: part } of planned) {
          expect(part > 0n && part <= target.open).toBe(true)
          const limit = picks?.find(({ id }) => BigInt(id) === target.invoiceId)?.amount
          if (limit !== undefined) expect(part <= BigInt(limit)).toBe(true)
        }
        expect(new Set(planned.map((each) => each.invoice.invoiceId)).size).toBe(planned.length)
      }),
      { numRuns: 500 },
    )
  })
})

test('cash rounding makes up the difference to the due amount and to nothing else', () => {
  const rounding = (received: number, due: number, step: number) => Number(cashRounding(toMinor(received), toMinor(due), toMinor(step)))
  expect([rounding(105_000, 105_040, 100), rounding(105_100, 105_050, 100), rounding(105_000, 105_049, 100), rounding(105_000, 105_050, 100)]).toEqual([
    40, -50, 49, 0,
  ])
  expect([rounding(105_000, 105_040, 0), rounding(0, 40, 100), rounding(100, 0, 100), rounding(200, 105_040, 100)]).toEqual([0, 40, 0, 0])
})

test('a TrxID is compared without spaces and in capitals; what is none is refused', () => {
  expect([normaliseTrx(' 9ab cd3f '), normaliseTrx('   '), normaliseTrx(null)]).toEqual(['9ABCD3F', null, null])
  expect(() => normaliseTrx("x'; drop")).toThrow('letters and digits')
})

describe('chooseWallet', () => {
  const wallet = (id: number, kind: WalletChoice['kind'], more: Partial<WalletChoice> = {}): WalletChoice => ({
    id: BigInt(id),
    code: `W${id}`,
    name: `W${id}`,
    kind,
    branchId: null,
    ownerUserId: null,
    isActive: true,
    ...more,
  })
  const manager = { ...anActor(), userId: 5n }
  const collector = { ...manager, permissions: new Set([...ALL_PERMISSIONS].filter((permission) => !permission.startsWith('wallet.'))) }
  const choose = (method: 'cash' | 'bkash' | 'bank', candidates: WalletChoice[], actor = manager, branchId: bigint | null = 1n): Minor | bigint =>
    chooseWallet({ method, candidates, isNamed: false, actor, branchId }).id

  test('takes the own drawer first, then the branch, then the company', () => {
    const own = wallet(3, 'drawer', { ownerUserId: 5n })
    const ofBranch = wallet(2, 'office', { branchId: 1n })
    expect(choose('cash', [wallet(1, 'office'), ofBranch, own])).toBe(3n)
    expect(choose('cash', [wallet(1, 'office'), ofBranch])).toBe(2n)
    expect(choose('bkash', [wallet(1, 'bkash'), wallet(2, 'bank')])).toBe(1n)
  })

  test('asks where there is a choice or none, and keeps collectors out of the safe', () => {
    expect(() => choose('bank', [wallet(1, 'bank'), wallet(2, 'bank')])).toThrow('say which')
    expect(() => choose('cash', [])).toThrow('no drawer of your own')
    expect(() => choose('cash', [wallet(1, 'office')], collector)).toThrow('no drawer of your own')
    expect(() => choose('cash', [wallet(1, 'drawer', { ownerUserId: 6n })], collector)).toThrow('no drawer of your own')
    expect(choose('bkash', [wallet(1, 'bkash')], collector)).toBe(1n)
  })
})
