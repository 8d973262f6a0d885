import type { Locale } from '#kernel/actor.ts'
import { amountInWords } from './amount-in-words.ts'
import type { DepositReceiptDocument, ReceiptDocument } from './documents.ts'
import { formatAmount, formatDate, formatInstant, formatMoney } from './format.ts'
import { LABELS, methodLabel } from './labels.ts'
import { presentBuyer, type BuyerView, type Facts } from './present-letterhead.ts'
import { qrSvg } from './qr.ts'
import type { Minor } from '#kernel/money.ts'

export interface ReceiptView {
  readonly title: string
  readonly number: string
  readonly watermark: string
  readonly to: string
  readonly buyer: BuyerView
  readonly facts: Facts
  readonly amount: readonly [label: string, value: string]
  readonly words: string
  readonly applied: readonly (readonly [number: string, date: string, amount: string, openAfter: string])[]
  readonly after: Facts
  readonly qr: string
  readonly footer: string
}

export function presentReceipt(receipt: ReceiptDocument, locale: Locale): ReceiptView {
  const labels = LABELS[locale]
  const money = { locale, currency: receipt.seller.currency }
  const inFavour = receipt.balanceAfter < 0n
  return {
    title: labels.receipt,
    number: receipt.number,
    watermark: receipt.status === 'reversed' ? labels.reversed : '',
    to: labels.receivedFrom,
    buyer: presentBuyer(receipt.buyer, labels),
    facts: (
      [
        [labels.clientCode, receipt.buyer.code],
        [labels.date, formatDate(receipt.paidOn, locale)],
        [labels.recordedAt, formatInstant(receipt.recordedAt, receipt.seller.zone, locale)],
        [labels.method, methodLabel(receipt.method, locale)],
        [labels.reference, receipt.reference],
        [labels.receivedBy, receipt.receivedBy],
      ] as const
    ).filter(([, value]) => value !== ''),
    amount: [labels.receivedAmount, formatMoney(receipt.amount, money)],
    words: amountInWords(receipt.amount, money),
    applied: receipt.applied.map(({ number, issuedOn, amount, openAfter }) => [
      number,
      formatDate(issuedOn, locale),
      formatAmount(amount, money),
      formatAmount(openAfter, money),
    ]),
    after: [
      ...(receipt.advance === 0n ? [] : [[labels.advance, formatMoney(receipt.advance, money)] as const]),
      [inFavour ? labels.creditAfter : labels.balanceAfter, formatMoney((inFavour ? -receipt.balanceAfter : receipt.balanceAfter) as Minor, money)],
    ],
    qr: receipt.qr === undefined ? '' : qrSvg(receipt.qr),
    footer: receipt.footer ?? '',
  }
}

/** The same paper for a deposit: it pays nothing, it is held. */
export function presentDepositReceipt(receipt: DepositReceiptDocument, locale: Locale): ReceiptView {
  const labels = LABELS[locale]
  const money = { locale, currency: receipt.seller.currency }
  const isTaken = receipt.kind === 'taken'
  return {
    title: isTaken ? labels.depositReceipt : labels.depositReturned,
    number: receipt.number,
    watermark: '',
    to: isTaken ? labels.receivedFrom : labels.paidTo,
    buyer: presentBuyer(receipt.buyer, labels),
    facts: (
      [
        [labels.clientCode, receipt.buyer.code],
        [labels.date, formatDate(receipt.bookedOn, locale)],
        [labels.recordedAt, formatInstant(receipt.recordedAt, receipt.seller.zone, locale)],
        [labels.method, receipt.method === null ? '' : methodLabel(receipt.method, locale)],
        [labels.reason, receipt.reason],
        [isTaken ? labels.receivedBy : labels.paidBy, receipt.recordedBy],
      ] as const
    ).filter(([, value]) => value !== ''),
    amount: [isTaken ? labels.receivedAmount : labels.returnedAmount, formatMoney(receipt.amount, money)],
    words: amountInWords(receipt.amount, money),
    applied: [],
    after: [[labels.heldAfter, formatMoney(receipt.heldAfter, money)]],
    qr: receipt.qr === undefined ? '' : qrSvg(receipt.qr),
    footer: receipt.footer ?? '',
  }
}
