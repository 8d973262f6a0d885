import type { Locale } from '#kernel/actor.ts'
import type { InvoiceStatus, PaymentMethod } from './documents.ts'

/** The fixed words of all documents. One key, both languages, so that neither can be forgotten. */
const TEXTS = {
  invoice: ['Invoice', 'বিল'],
  receipt: ['Money receipt', 'টাকা প্রাপ্তির রসিদ'],
  creditNote: ['Credit note', 'ক্রেডিট নোট'],
  statement: ['Statement of account', 'হিসাব বিবরণী'],
  billedTo: ['Billed to', 'গ্রাহক'],
  receivedFrom: ['Received from', 'যাঁর নিকট হতে প্রাপ্ত'],
  clientCode: ['Client code', 'গ্রাহক কোড'],
  vatRegistration: ['BIN', 'বিআইএন'],
  issuedOn: ['Date of issue', 'ইস্যুর তারিখ'],
  dueOn: ['Due date', 'পরিশোধের শেষ তারিখ'],
  month: ['Billing month', 'বিলের মাস'],
  amountDue: ['Amount due', 'পরিশোধযোগ্য'],
  payBy: ['Please pay by', 'পরিশোধের শেষ তারিখ'],
  paidInFull: ['Paid in full', 'সম্পূর্ণ পরিশোধিত'],
  voided: ['This invoice is void', 'এই বিল বাতিল'],
  nothingToPay: ['Nothing to pay', 'কোনো বকেয়া নেই'],
  line: ['#', 'ক্র.'],
  description: ['Description', 'বিবরণ'],
  quantity: ['Qty', 'পরিমাণ'],
  unitPrice: ['Unit price', 'একক মূল্য'],
  discount: ['Discount', 'ছাড়'],
  vat: ['VAT', 'ভ্যাট'],
  supplementaryDuty: ['Suppl. duty', 'সম্পূরক শুল্ক'],
  amount: ['Amount', 'টাকা'],
  subtotal: ['Subtotal', 'উপমোট'],
  total: ['Total', 'সর্বমোট'],
  paid: ['Paid', 'পরিশোধিত'],
  balanceDue: ['Balance due', 'বকেয়া'],
  credited: ['Credited to your account', 'আপনার হিসাবে জমা'],
  inWords: ['In words', 'কথায়'],
  accountSummary: ['Account summary', 'হিসাবের সারাংশ'],
  previousDue: ['Previous due', 'পূর্বের বকেয়া'],
  previousCredit: ['Previous advance', 'পূর্বের অগ্রিম'],
  thisInvoice: ['This invoice', 'এই বিল'],
  totalPayable: ['Total payable', 'মোট পরিশোধযোগ্য'],
  advanceLeft: ['Advance left', 'অবশিষ্ট অগ্রিম'],
  payments: ['Payments received', 'প্রাপ্ত পরিশোধ'],
  howToPay: ['How to pay', 'পরিশোধের উপায়'],
  scan: ['Scan to open', 'স্ক্যান করুন'],
  notes: ['Notes', 'মন্তব্য'],
  page: ['Page', 'পৃষ্ঠা'],
  of: ['of', '/'],
  date: ['Date', 'তারিখ'],
  method: ['Method', 'মাধ্যম'],
  reference: ['Reference', 'রেফারেন্স'],
  receivedAmount: ['Amount received', 'প্রাপ্ত টাকা'],
  receivedBy: ['Received by', 'গ্রহণকারী'],
  recordedAt: ['Recorded', 'লিপিবদ্ধ'],
  appliedTo: ['Applied to', 'যে বিলে সমন্বিত'],
  openAfter: ['Still open', 'বাকি'],
  advance: ['Kept as advance', 'অগ্রিম হিসেবে জমা'],
  balanceAfter: ['Balance after this payment', 'এই পরিশোধের পর বকেয়া'],
  creditAfter: ['Advance after this payment', 'এই পরিশোধের পর অগ্রিম'],
  reversed: ['Reversed', 'প্রত্যাহৃত'],
  depositReceipt: ['Deposit receipt', 'জামানতের রসিদ'],
  depositReturned: ['Deposit returned', 'জামানত ফেরতের রসিদ'],
  paidTo: ['Paid to', 'যাঁকে দেওয়া হলো'],
  paidBy: ['Paid by', 'প্রদানকারী'],
  returnedAmount: ['Amount returned', 'ফেরত দেওয়া টাকা'],
  heldAfter: ['Deposit held', 'জমা থাকা জামানত'],
  signature: ['Signature', 'স্বাক্ষর'],
  forInvoice: ['For invoice', 'যে বিলের বিপরীতে'],
  reason: ['Reason', 'কারণ'],
  period: ['Period', 'সময়কাল'],
  madeAt: ['Made on', 'প্রস্তুতের সময়'],
  document: ['Document', 'দলিল'],
  debit: ['Debit', 'ডেবিট'],
  credit: ['Credit', 'ক্রেডিট'],
  balance: ['Balance', 'জের'],
  openingBalance: ['Opening balance', 'প্রারম্ভিক জের'],
  closingBalance: ['Closing balance', 'সমাপনী জের'],
  owed: ['Owed to us', 'আপনার বকেয়া'],
  inAdvance: ['In your favour', 'আপনার অগ্রিম'],
  unitMonth: ['month', 'মাস'],
  thanks: ['Thank you for staying with us', 'আমাদের সাথে থাকার জন্য ধন্যবাদ'],
} as const satisfies Record<string, readonly [en: string, bn: string]>

/** The VAT form's own words, as the form prints them. */
const MUSHAK_TEXTS = {
  government: ["Government of the People's Republic of Bangladesh", 'গণপ্রজাতন্ত্রী বাংলাদেশ সরকার'],
  board: ['National Board of Revenue', 'জাতীয় রাজস্ব বোর্ড'],
  form: ['Mushak-6.3', 'মূসক-৬.৩'],
  title: ['Tax invoice', 'কর চালানপত্র'],
  page: ['Page', 'পৃষ্ঠা'],
  of: ['of', '/'],
  rule: ['[See clauses (c) and (f) of sub-rule (1) of rule 40]', '[বিধি ৪০ এর উপ-বিধি (১) এর দফা (গ) ও দফা (চ) দ্রষ্টব্য]'],
  sellerName: ['Name of registered person', 'নিবন্ধিত ব্যক্তির নাম'],
  sellerBin: ['BIN of registered person', 'নিবন্ধিত ব্যক্তির বিআইএন'],
  issueAddress: ['Address of issue', 'চালানপত্র ইস্যুর ঠিকানা'],
  buyerName: ['Name of buyer', 'ক্রেতার নাম'],
  buyerBin: ['BIN of buyer', 'ক্রেতার বিআইএন'],
  buyerAddress: ['Address of buyer', 'ক্রেতার ঠিকানা'],
  delivery: ['Place of supply', 'সরবরাহের গন্তব্যস্থল'],
  serial: ['Invoice number', 'চালানপত্র নম্বর'],
  date: ['Date of issue', 'ইস্যুর তারিখ'],
  time: ['Time of issue', 'ইস্যুর সময়'],
  sl: ['SL', 'ক্রমিক'],
  description: ['Description of goods or service', 'পণ্য বা সেবার বর্ণনা'],
  unit: ['Unit of supply', 'সরবরাহের একক'],
  quantity: ['Quantity', 'পরিমাণ'],
  unitValue: ['Unit value* ({currency})', 'একক মূল্য* ({currency})'],
  discount: ['Discount ({currency})', 'ছাড় ({currency})'],
  totalValue: ['Total value* ({currency})', 'মোট মূল্য* ({currency})'],
  sdRate: ['SD rate', 'সম্পূরক শুল্কের হার'],
  sdAmount: ['SD amount ({currency})', 'সম্পূরক শুল্কের পরিমাণ ({currency})'],
  vatRate: ['VAT rate / specific tax', 'মূল্য সংযোজন করের হার / সুনির্দিষ্ট কর'],
  vatAmount: ['VAT / specific tax amount ({currency})', 'মূল্য সংযোজন কর / সুনির্দিষ্ট কর এর পরিমাণ ({currency})'],
  grossValue: ['Value incl. all duties and taxes ({currency})', 'সকল প্রকার শুল্ক ও করসহ মূল্য ({currency})'],
  total: ['Total', 'সর্বমোট'],
  officer: ['Officer in charge', 'প্রতিষ্ঠান কর্তৃপক্ষের দায়িত্বপ্রাপ্ত ব্যক্তি'],
  officerName: ['Name', 'নাম'],
  designation: ['Designation', 'পদবি'],
  signature: ['Signature', 'স্বাক্ষর'],
  seal: ['Seal', 'সিল'],
  exclusive: ['* Value excluding all taxes', '* সকল প্রকার কর ব্যতীত মূল্য'],
  withholding: [
    'For supplies subject to deduction at source this form counts as the combined tax invoice and certificate of deduction.',
    'উৎসে কর্তনযোগ্য সরবরাহের ক্ষেত্রে ফরমটি সমন্বিত কর চালানপত্র ও উৎসে কর কর্তন সনদপত্র হিসেবে বিবেচিত হবে।',
  ],
  firstCopy: ['First copy · buyer', 'প্রথম কপি · ক্রেতা'],
  secondCopy: ['Second copy · seller', 'দ্বিতীয় কপি · বিক্রেতা'],
  voided: ['VOID', 'বাতিল'],
} as const satisfies Record<string, readonly [en: string, bn: string]>

/** The words in which the form of a credit note, Mushak-6.7, differs. */
const MUSHAK_CREDIT_TEXTS = {
  form: ['Mushak-6.7', 'মূসক-৬.৭'],
  title: ['Credit note', 'ক্রেডিট নোট'],
  rule: ['[See clause (g) of sub-rule (1) of rule 40]', '[বিধি ৪০ এর উপ-বিধি (১) এর দফা (ছ) দ্রষ্টব্য]'],
  issueAddress: ['Address of issue', 'ক্রেডিট নোট ইস্যুর ঠিকানা'],
  buyerName: ['Name of recipient', 'সরবরাহ গ্রহীতার নাম'],
  buyerBin: ['BIN of recipient', 'সরবরাহ গ্রহীতার বিআইএন'],
  buyerAddress: ['Address of recipient', 'সরবরাহ গ্রহীতার ঠিকানা'],
  serial: ['Credit note number', 'ক্রেডিট নোট নম্বর'],
  originalInvoice: ['Number, date and time of the tax invoice', 'কর চালানপত্রের নম্বর, তারিখ ও সময়'],
  reason: ['Supply, and reason for the credit note', 'সরবরাহের বর্ণনা ও ক্রেডিট নোট ইস্যুর কারণ'],
  invoiced: ['As stated on the tax invoice', 'চালানপত্রে উল্লিখিত সরবরাহের'],
  adjusted: ['Of the decreasing adjustment', 'হ্রাসকারী সমন্বয়ের সহিত সংশ্লিষ্ট'],
  value: ['Value* ({currency})', 'মূল্য* ({currency})'],
  quantity: ['Quantity', 'পরিমাণ'],
  vatAmount: ['VAT ({currency})', 'মূসকের পরিমাণ ({currency})'],
  sdAmount: ['SD ({currency})', 'সম্পূরক শুল্কের পরিমাণ ({currency})'],
  effect: ['Output tax to be reduced ({currency})', 'হ্রাসকারী সমন্বয়যোগ্য উৎপাদ কর ({currency})'],
  withholding: ['', ''],
  firstCopy: ['First copy · recipient', 'প্রথম কপি · সরবরাহ গ্রহীতা'],
  secondCopy: ['Second copy · supplier', 'দ্বিতীয় কপি · সরবরাহকারী'],
} as const satisfies Record<string, readonly [en: string, bn: string]>

const STATUS: Record<InvoiceStatus, readonly [en: string, bn: string]> = {
  unpaid: ['Unpaid', 'অপরিশোধিত'],
  partial: ['Partly paid', 'আংশিক পরিশোধিত'],
  paid: ['Paid', 'পরিশোধিত'],
  void: ['Void', 'বাতিল'],
}

const METHODS: Record<PaymentMethod, readonly [en: string, bn: string]> = {
  cash: ['Cash', 'নগদ টাকা'],
  bank: ['Bank', 'ব্যাংক'],
  bkash: ['bKash', 'বিকাশ'],
  nagad: ['Nagad', 'নগদ (মোবাইল)'],
  card: ['Card', 'কার্ড'],
  online: ['Online', 'অনলাইন'],
  credit: ['Advance', 'অগ্রিম'],
  opening: ['Opening credit', 'প্রারম্ভিক জমা'],
  deposit: ['Deposit', 'জামানত'],
}

export type Labels = { readonly [Key in keyof typeof TEXTS]: string }
export type MushakLabels = { readonly [Key in keyof typeof MUSHAK_TEXTS]: string }
type MushakCreditLabels = MushakLabels & { readonly [Key in keyof typeof MUSHAK_CREDIT_TEXTS]: string }

const pick = <T extends Record<string, readonly [string, string]>>(texts: T, at: 0 | 1): { [Key in keyof T]: string } =>
  Object.fromEntries(Object.entries(texts).map(([key, both]) => [key, both[at]])) as { [Key in keyof T]: string }

const COLUMN = { en: 0, bn: 1 } as const

export const LABELS: Record<Locale, Labels> = { en: pick(TEXTS, 0), bn: pick(TEXTS, 1) }
export const MUSHAK_LABELS: Record<Locale, MushakLabels> = { en: pick(MUSHAK_TEXTS, 0), bn: pick(MUSHAK_TEXTS, 1) }
export const MUSHAK_CREDIT_LABELS: Record<Locale, MushakCreditLabels> = {
  en: { ...MUSHAK_LABELS.en, ...pick(MUSHAK_CREDIT_TEXTS, 0) },
  bn: { ...MUSHAK_LABELS.bn, ...pick(MUSHAK_CREDIT_TEXTS, 1) },
}
export const statusLabel = (status: InvoiceStatus, locale: Locale): string => STATUS[status][COLUMN[locale]]
export const methodLabel = (method: PaymentMethod, locale: Locale): string => METHODS[method][COLUMN[locale]]
