import { loadDemo } from './demo/job.ts'
import type { SetUpHooks } from './modules/auth/index.ts'
import { createWallet } from './modules/ledger/index.ts'
import { createVatRate } from './modules/packages/index.ts'
import { enqueue } from './platform/jobs/index.ts'

/** What a new company gets beside its first branch and administrator: its VAT rate, and an office till to take the first money into. */
export const setUpHooks: SetUpHooks = {
  async prepareCompany(tx, { vat, company }) {
    const isBengali = company.locale === 'bn'
    if (vat.rate_bp > 0)
      await createVatRate(tx, { code: 'VAT', name: isBengali ? 'ভ্যাট' : 'VAT', startsOn: tx.today.subtract({ years: 1 }), rateBp: vat.rate_bp })
    await createWallet(tx, { code: 'OFFICE', name: isBengali ? 'অফিসের নগদ' : 'Office cash', kind: 'office', branchId: null, ownerUserId: null, limit: null })
  },
  async loadDemo(tx) {
    await enqueue(tx, loadDemo, {}, { singletonKey: 'demo' })
  },
}
