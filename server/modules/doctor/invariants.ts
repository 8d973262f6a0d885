import { creditsThatDiffer, gatewaysThatDiffer, invoiceBalancesThatDiffer, receivablesThatDiffer, walletsThatDiffer } from './client-checks.sql.ts'
import { billingMonthsThatDiffer, documentsThatDoNotAdd, messagesTwice, periodsThatDoNotTouch, seriesWithGaps } from './document-checks.sql.ts'
import type { Invariant } from './invariant.ts'
import { daysThatDiffer, documentsWithoutTheirEntry, misplacedRows, sealsThatDoNotVerify, unbalancedEntries } from './journal-checks.sql.ts'
import { lateFeesThatDiffer, transfersThatDiffer } from './money-checks.sql.ts'
import { projectionsThatDiffer } from './projection-checks.sql.ts'
import { agree } from './sums.sql.ts'
import type { Sums } from './sums.sql.ts'

/**
 * Documents and their entries agree, each with its amounts on the accounts of clients and with its client. Where they do, what clients owe and
 * have in the journal is what their documents say, and need not be added up there again.
 */
const documentsDiffer = (sums: Sums): boolean =>
  !agree(sums.documents_posted, sums.documents_made) ||
  sums.documents_unposted > 0n ||
  sums.documents !== sums.document_sources ||
  !agree(sums.sources, sums.entries)

/** What must hold over the whole database, at any moment. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: 'D1',
    severity: 'error',
    title: { en: 'Every entry sums to zero', bn: 'প্রতিটি এন্ট্রির ডেবিট ও ক্রেডিট সমান' },
    suspects: (sums) => !agree(sums.entries_posted, sums.entries_dated),
    find: unbalancedEntries,
  },
  {
    id: 'D2',
    severity: 'error',
    title: { en: 'What clients owe is the sum of their open invoices', bn: 'গ্রাহকের কাছে পাওনা তাঁর বাকি বিলের যোগফল' },
    suspects: (sums) => documentsDiffer(sums) || !agree(sums.owed, sums.owed_open) || !agree(sums.owed, sums.owed_kept),
    find: receivablesThatDiffer,
  },
  {
    id: 'D3',
    severity: 'error',
    title: { en: 'Credit of clients is what their payments have left', bn: 'গ্রাহকের জমা তাঁর পেমেন্টের অব্যবহৃত অংশ' },
    suspects: (sums) =>
      documentsDiffer(sums) ||
      !agree(sums.payments_moved, sums.payments_left) ||
      !agree(sums.payers_moved, sums.payers_left) ||
      !agree(sums.payers_moved, sums.credit_kept) ||
      sums.credit_negative > 0n,
    find: creditsThatDiffer,
  },
  {
    id: 'D4',
    severity: 'error',
    title: { en: 'Nothing is paid, credited or written off beyond the total', bn: 'কোনো বিলে মোটের বেশি পরিশোধ, ক্রেডিট বা অবলোপন নেই' },
    suspects: (sums) =>
      !agree(sums.invoices_made, sums.invoices_kept) || !agree(sums.paid, sums.paid_kept) || !agree(sums.corrected, sums.corrected_kept) || sums.overpaid > 0n,
    find: invoiceBalancesThatDiffer,
  },
  {
    id: 'D5',
    severity: 'error',
    title: { en: 'No day is billed twice or left out', bn: 'কোনো দিনের বিল দুবার হয়নি, কোনো দিন বাদও পড়েনি' },
    suspects: (sums) => sums.chains !== sums.cursors || sums.periods !== sums.period_lines || !agree(sums.period_marks, sums.line_marks),
    find: periodsThatDoNotTouch,
  },
  {
    id: 'D6',
    severity: 'error',
    title: { en: 'Document numbers have no gaps', bn: 'কাগজের ক্রমিক নম্বরে ফাঁক নেই' },
    suspects: (sums) => !agree(sums.numbers, sums.numbers_given) || sums.series_astray > 0n,
    find: seriesWithGaps,
  },
  {
    id: 'D7',
    severity: 'error',
    title: { en: 'Every document has its one entry of the same amount', bn: 'প্রতিটি কাগজের একটিই এন্ট্রি আছে, একই অঙ্কের' },
    suspects: documentsDiffer,
    find: documentsWithoutTheirEntry,
  },
  {
    id: 'D8',
    severity: 'error',
    title: { en: 'Limited wallets hold what was posted, within their limit', bn: 'সীমাবদ্ধ ওয়ালেটে হিসাবমতো টাকা আছে, সীমার মধ্যে' },
    find: walletsThatDiffer,
  },
  {
    id: 'D9',
    severity: 'error',
    title: { en: 'Daily sums of accounts equal their postings', bn: 'হিসাবের দৈনিক যোগফল এন্ট্রির সঙ্গে মেলে' },
    suspects: (sums) => !agree(sums.days_posted, sums.days_kept),
    find: daysThatDiffer,
  },
  {
    id: 'D10',
    severity: 'error',
    title: { en: 'Lines add up to the total of their document', bn: 'লাইনগুলোর যোগফল কাগজের মোটের সমান' },
    suspects: (sums) => !agree(sums.totals, sums.lines),
    find: documentsThatDoNotAdd,
  },
  {
    id: 'D11',
    severity: 'error',
    title: { en: 'States, access and expiry follow from their facts', bn: 'অবস্থা, সংযোগ ও মেয়াদ তথ্য থেকে ঠিকমতো এসেছে' },
    find: projectionsThatDiffer,
  },
  { id: 'D12', severity: 'error', title: { en: 'No row is misplaced or without its owner', bn: 'কোনো তথ্য ভুল জায়গায় বা মালিকহীন নেই' }, find: misplacedRows },
  {
    id: 'D13',
    severity: 'error',
    title: { en: 'The seals of the journal and of the audit verify', bn: 'জাবেদা ও অডিটের সিল যাচাইয়ে ঠিক আছে' },
    find: sealsThatDoNotVerify,
  },
  { id: 'D14', severity: 'error', title: { en: 'Money waiting at gateways is accounted for', bn: 'গেটওয়েতে থাকা টাকার হিসাব মেলে' }, find: gatewaysThatDiffer },
  { id: 'D15', severity: 'error', title: { en: 'No message was queued twice', bn: 'কোনো বার্তা দুবার তোলা হয়নি' }, find: messagesTwice },
  {
    id: 'D16',
    severity: 'error',
    title: { en: 'Sums of billing months equal their documents', bn: 'মাসভিত্তিক বিলের যোগফল কাগজের সঙ্গে মেলে' },
    suspects: (sums) => !agree(sums.months_made, sums.months_kept),
    find: billingMonthsThatDiffer,
  },
  {
    id: 'D17',
    severity: 'error',
    title: { en: 'Late fees follow from what was open on their day', bn: 'বিলম্ব ফি সেদিনের বকেয়া অনুযায়ী ঠিক আছে' },
    find: lateFeesThatDiffer,
  },
  {
    id: 'D18',
    severity: 'error',
    title: { en: 'What is in transit was sent and has not arrived', bn: 'পথে থাকা অর্থ পাঠানো হয়েছে, এখনও পৌঁছায়নি' },
    find: transfersThatDiffer,
  },
]
