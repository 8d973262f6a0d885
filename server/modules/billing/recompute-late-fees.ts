import { minOf, subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { endCharge } from '#modules/charges/index.ts'
import { writeCreditBack } from './credit-back.ts'
import { creditForNet } from './credit.ts'
import { linesBeyond } from './documents-store.ts'
import { openFeeCharge } from './late-fee.ts'
import { chargesOfLateFee, insertLateFeeChange, staleLateFees } from './late-fee-store.ts'
import type { FeeCharge, StaleLateFee } from './late-fee-store.ts'

/**
 * Makes a client's late fees what they should be by the money that came before their day and was entered after it (billing rule 31): what is
 * not billed yet is charged anew, what is billed is given back by a credit note, and a fee that money taken back left owing again is charged.
 * No issued document changes. Repeatable. The caller holds the client's money lock. Returns how many fees changed.
 */
export async function recomputeLateFees(tx: Tx, clientId: bigint): Promise<number> {
  const stale = await staleLateFees(tx, clientId)
  for (const fee of stale) {
    if (fee.due < fee.fee) await lower(tx, clientId, fee)
    else await raise(tx, clientId, fee)
    await recordEvent(tx, 'late_fee.recomputed', {
      subjectType: 'invoice',
      subjectId: fee.invoiceId,
      clientId,
      before: { fee_minor: fee.fee },
      after: { fee_minor: fee.due },
    })
  }
  return stale.length
}

async function raise(tx: Tx, clientId: bigint, { invoiceId, code, fee, due }: StaleLateFee): Promise<void> {
  const charge = await openFeeCharge(tx, { clientId, code, amount: subtract(due, fee), startsOn: tx.today })
  await insertLateFeeChange(tx, { invoiceId, fee: due, chargeId: charge.id })
}

/** Newest charge first: those not billed give way to the rest of themselves, those billed are credited. */
async function lower(tx: Tx, clientId: bigint, { invoiceId, code, fee, due }: StaleLateFee): Promise<void> {
  let left = subtract(fee, due)
  let rest: bigint | null = null
  const credits: { charge: FeeCharge; amount: Minor }[] = []
  for (const charge of await chargesOfLateFee(tx, invoiceId)) {
    if (left <= 0n) break
    const part = minOf(left, charge.unitPrice)
    if (charge.isBilled) credits.push({ charge, amount: part })
    else {
      await endCharge(tx, charge.id, charge.startsOn)
      if (part < charge.unitPrice) rest = (await openFeeCharge(tx, { clientId, code, amount: subtract(charge.unitPrice, part), startsOn: charge.startsOn })).id
    }
    left = subtract(left, part)
  }
  await insertLateFeeChange(tx, { invoiceId, fee: due, chargeId: rest })
  for (const { charge, amount } of credits) await giveBack(tx, { clientId, charge, amount, code })
}

/** What was written off is not given back. */
async function giveBack(tx: Tx, { clientId, charge, amount, code }: { clientId: bigint; charge: FeeCharge; amount: Minor; code: string }): Promise<void> {
  if (charge.invoiceId === null) return
  const planned = (await linesBeyond(tx, [charge.id], charge.startsOn)).flatMap((line) => {
    const credit = creditForNet(line, amount)
    return credit === null ? [] : [{ line, credit }]
  })
  await writeCreditBack(tx, { clientId, kind: 'correction', reason: `late fee ${code}` }, planned)
}
