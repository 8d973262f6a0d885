import { createHash } from 'node:crypto'
import type { Minor } from '../../../kernel/money.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { takePayment } from '../../payments/index.ts'
import { fold, plain, readAmount, readDate } from '../cells.ts'
import type { Cells, CheckedRow, ImportField, ImportKind, RowError } from '../import-kind.ts'
import type { ImportOptions } from '../options.ts'
import { readPayers } from './payers.sql.ts'
import type { Payers } from './payers.sql.ts'

type Method = NonNullable<ImportOptions['method']>

interface PaymentRow {
  readonly clientId: bigint
  readonly amount: Minor
  readonly method: Method
  readonly trxId: string | null
  readonly valueOn: PlainDate
  readonly walletId: bigint | null
  readonly note: string
}

const field = (key: string, en: string, bn: string, synonyms: readonly string[] = [], isRequired = false): ImportField => ({
  key,
  label: { en, bn },
  synonyms,
  isRequired,
})

const fields: readonly ImportField[] = [
  field('client', 'Client', 'গ্রাহক', ['client code', 'customer code', 'client id', 'customer id', 'code', 'pppoe', 'username', 'user id', 'গ্রাহক কোড'], true),
  field('amount', 'Amount', 'টাকার পরিমাণ', ['paid', 'paid amount', 'received', 'payment', 'taka', 'পরিমাণ', 'টাকা'], true),
  field('method', 'Method', 'মাধ্যম', ['payment method', 'paid by', 'type', 'gateway', 'payment type', 'পদ্ধতি']),
  field('trx_id', 'TrxID', 'ট্রানজেকশন আইডি', ['transaction id', 'transaction', 'trx', 'reference', 'ref', 'transaction no', 'txn id']),
  field('date', 'Date', 'তারিখ', ['payment date', 'paid on', 'paid date', 'receive date', 'value date', 'পেমেন্টের তারিখ']),
  field('wallet', 'Wallet', 'ওয়ালেট', ['wallet', 'account', 'received in', 'cash box']),
  field('note', 'Note', 'নোট', ['remarks', 'comment', 'মন্তব্য']),
]

const METHODS: Readonly<Record<string, Method>> = {
  cash: 'cash',
  নগদ: 'cash',
  hand: 'cash',
  handcash: 'cash',
  bank: 'bank',
  ব্যাংক: 'bank',
  cheque: 'bank',
  banktransfer: 'bank',
  bkash: 'bkash',
  বিকাশ: 'bkash',
  bkashpayment: 'bkash',
  nagad: 'nagad',
  card: 'card',
  কার্ড: 'card',
  online: 'online',
  sslcommerz: 'online',
  gateway: 'online',
}

/** Money received before or elsewhere, taken as staff would take it. The TrxID, or the row itself, is known when it comes again. */
export const paymentsKind: ImportKind<PaymentRow> = {
  name: 'payments',
  permission: 'payment.take',
  fields,
  allowsRepeats: true,
  async check(tx, rows, options) {
    const payers = await readPayers(
      tx,
      tx.actor.scope,
      rows.map((cells) => plain(cells.get('client') ?? '')),
    )
    return rows.map((cells) => checkRow(tx, cells, options, payers))
  },
  async apply(tx, values) {
    const ids: bigint[] = []
    for (const row of values) ids.push((await takePayment(tx, row)).paymentId)
    return ids
  },
}

function checkRow(tx: Tx, cells: Cells, options: ImportOptions, payers: Payers): CheckedRow<PaymentRow> {
  const errors: RowError[] = []
  const text = (key: string): string => plain(cells.get(key) ?? '')
  const clientId = payers.clients.get(text('client').toLowerCase())
  if (clientId === undefined)
    errors.push({ field: 'client', message: text('client') === '' ? 'Whose payment is it?' : 'There is no such client, or he is outside your branch' })
  const amount = readAmount(text('amount'))
  if (amount === null || amount <= 0n) errors.push({ field: 'amount', message: 'Expected an amount above 0' })
  const method = text('method') === '' ? options.method : METHODS[fold(text('method'))]
  if (method === undefined) errors.push({ field: 'method', message: 'Expected cash, bank, bkash, nagad, card or online' })
  const valueOn = text('date') === '' ? tx.today : readDate(text('date'), options.date_format)
  if (valueOn === null) errors.push({ field: 'date', message: 'Expected a date' })
  else if (isBefore(tx.today, valueOn)) errors.push({ field: 'date', message: 'Today or earlier' })
  const walletId = text('wallet') === '' ? (options.wallet_id ?? null) : payers.wallets.get(fold(text('wallet')))
  if (walletId === undefined) errors.push({ field: 'wallet', message: 'There is no such wallet' })
  const trxId = text('trx_id') === '' ? null : text('trx_id').replace(/\s+/g, '').toUpperCase()
  if (trxId !== null && !/^[A-Z0-9][A-Z0-9/_.-]{0,63}$/.test(trxId)) errors.push({ field: 'trx_id', message: 'Letters and digits only, at most 64' })
  if (clientId === undefined || amount === null || method === undefined || valueOn === null || walletId === undefined || errors.length > 0)
    return { state: 'invalid', errors }
  const value = { clientId, amount, method, trxId, valueOn, walletId, note: cells.get('note')?.trim().slice(0, 500) ?? '' }
  if (trxId === null)
    return {
      state: 'ready',
      value,
      keys: [],
      sourceId: `row:${createHash('sha256').update([clientId, amount, method, valueOn, value.note].join('|')).digest('hex')}`,
    }
  return { state: 'ready', value, keys: [`trx_id:${method}:${trxId}`], sourceId: `trx:${method}:${trxId}` }
}
