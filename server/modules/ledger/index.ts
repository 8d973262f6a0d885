export { ACCOUNT, incomeAccount } from './account.ts'
export { credit, debit } from './entry.ts'
export type { EntryDraft, Posting } from './entry.ts'
export { entriesJson, postEntries, postEntry } from './post-entry.ts'
export {
  insertClientBalance as openClientBalance,
  insertClientBalances as openClientBalances,
  isMonthClosed,
  lockClientBalances,
  readClientBalance,
  readPostings,
} from './store.ts'
export type { ClientBalance } from './store.ts'
export { companySeries, documentCode, seriesJson, takeNumber, takeNumbers } from './take-number.ts'
export type { DocumentKind, DocumentNumber, SeriesOwner } from './take-number.ts'
export { postStaged } from './staged-store.ts'
export { accountBalance, walletBalances } from './balance-store.ts'
export type { BalanceOf, TrialBalanceRow } from './balance-store.ts'
export { closeMonth, refusePartOfCompany } from './close-month.ts'
export { constraints } from './constraints.ts'
export { selectEntries as listEntries } from './entry-list-store.ts'
export { jobs } from './jobs.ts'
export { postManualEntry } from './post-manual-entry.ts'
export { routes } from './routes.ts'
export { sealBooks } from './seals/seal-books.ts'
export { brokenSeals } from './seals/seal-check.sql.ts'
export type { SealFinding } from './seals/seal-check.sql.ts'
export { verifySeals } from './seals/verify-seals.ts'
export { acceptTransfer } from './transfers/end-transfer.ts'
export { sendTransfer } from './transfers/send-transfer.ts'
export { TRANSFER_KINDS, TRANSFER_STATES } from './transfers/transfer.ts'
export { selectTransfers as listTransfers } from './transfers/transfer-store.ts'
export { createWallet } from './wallets/change-wallet.ts'
export { readWallet } from './wallets/store.ts'
export { WALLET_KINDS } from './wallets/wallet.ts'
export type { Wallet, WalletFacts, WalletKind } from './wallets/wallet.ts'
