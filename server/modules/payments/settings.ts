import { z } from 'zod'
import { defineSetting } from '#modules/settings/index.ts'
import { STAFF_METHODS } from './payment.ts'

export const largestPayment = defineSetting({
  key: 'payments.largest_minor',
  schema: z.int().min(100).max(9_000_000_000_000),
  default: 1_000_000_000,
  unit: 'minor',
  help: {
    en: 'The largest amount of one payment; more is refused as a slip of the keys.',
    bn: 'একটি পেমেন্টের সর্বোচ্চ অঙ্ক; এর বেশি হলে টাইপের ভুল ধরে ফিরিয়ে দেওয়া হয়।',
  },
})

export const cashRoundingStep = defineSetting({
  key: 'payments.cash_rounding_minor',
  schema: z.int().min(0).max(100_000),
  default: 0,
  unit: 'minor',
  help: {
    en: 'The smallest coin in use: cash that is the due amount rounded to it pays the debt exactly, and the difference is posted as rounding. 0 = off.',
    bn: 'প্রচলিত ক্ষুদ্রতম মুদ্রা: বকেয়া এই এককে পূর্ণ করে দিলে দেনা পুরো শোধ হয়, পার্থক্য রাউন্ডিং হিসাবে যায়। ০ = বন্ধ।',
  },
})

export const trxRequired = defineSetting({
  key: 'payments.trx_required',
  schema: z.array(z.enum(STAFF_METHODS)).max(STAFF_METHODS.length),
  default: ['bkash', 'nagad'] as (typeof STAFF_METHODS)[number][],
  choices: {
    cash: { en: 'Cash', bn: 'নগদ' },
    bank: { en: 'Bank', bn: 'ব্যাংক' },
    bkash: { en: 'bKash', bn: 'বিকাশ' },
    nagad: { en: 'Nagad', bn: 'নগদ (Nagad)' },
    card: { en: 'Card', bn: 'কার্ড' },
    online: { en: 'Online', bn: 'অনলাইন' },
  },
  help: {
    en: 'Methods of payment that need a TrxID.',
    bn: 'যেসব মাধ্যমের পেমেন্টে TrxID লাগবেই।',
  },
})

export const discountLimits = defineSetting({
  key: 'discount.limit_by_role',
  schema: z.record(z.string().max(50), z.int().min(0).max(9_000_000_000_000)),
  default: { admin: 1_000_000, manager: 500_000, branch_manager: 50_000, accountant: 50_000 } as Record<string, number>,
  unit: 'minor',
  help: {
    en: 'The largest discount that each role gives alone; more waits for another person who may approve discounts. A role that is not named gives none alone.',
    bn: 'কোন ভূমিকা একা সর্বোচ্চ কত ছাড় দিতে পারে; বেশি হলে অনুমোদনের ক্ষমতা আছে এমন আরেকজনের অপেক্ষায় থাকে। যার নাম নেই সে একা ছাড় দিতে পারে না।',
  },
})

/** Read with the facts of each payment, in the same statement. */
export const paymentSettings = [largestPayment, cashRoundingStep, trxRequired] as const

export const settings = [...paymentSettings, discountLimits] as const
