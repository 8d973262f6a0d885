import { z } from 'zod'
import type { Conn } from '../../platform/db/tx.ts'
import { companySeries } from '#modules/ledger/index.ts'
import type { SeriesOwner } from '#modules/ledger/index.ts'
import { defineSetting, getSetting } from '#modules/settings/index.ts'
import { selectBranchCode } from './documents-store.ts'

export const numbersPerBranch = defineSetting({
  key: 'billing.numbers_per_branch',
  schema: z.boolean(),
  default: false,
  help: {
    en: 'Each branch numbers its own documents. Leave off where all branches share one VAT registration.',
    bn: 'প্রতিটি শাখা নিজস্ব নম্বর ব্যবহার করবে। সব শাখার একই ভ্যাট নিবন্ধন হলে বন্ধ রাখুন।',
  },
})

/** Whose numbers a branch's documents take. */
export async function invoiceSeries(conn: Conn, branchId: bigint): Promise<SeriesOwner> {
  if (!(await getSetting(conn, numbersPerBranch))) return companySeries
  return { key: `branch:${branchId}`, code: (await selectBranchCode(conn, branchId)) ?? '' }
}
