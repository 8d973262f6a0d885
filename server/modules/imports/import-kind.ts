import type { Permission } from '../../kernel/permissions.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ImportOptions } from './options.ts'

export const IMPORT_KINDS = ['clients', 'packages', 'payments', 'places'] as const
export type ImportKindName = (typeof IMPORT_KINDS)[number]

/** One thing a column can mean. */
export interface ImportField {
  readonly key: string
  readonly label: { readonly en: string; readonly bn: string }
  readonly isRequired?: boolean
  /** Struck out of everything that is stored of a row; read again from the file when it is needed. */
  readonly isSecret?: boolean
  /** Heads of columns that mean it, in any language and spelling; the old system's names too. */
  readonly synonyms: readonly string[]
}

export interface RowError {
  readonly field: string
  readonly message: string
  /** Of a refusal by the rules; its title is said where the sentence itself has no translation. */
  readonly code?: string
}

/** The cells of one row by the field they are mapped to; absent = not mapped or empty. */
export type Cells = ReadonlyMap<string, string>

export type CheckedRow<T> =
  | { readonly state: 'ready'; readonly value: T; readonly sourceId: string; readonly keys: readonly string[] }
  /** Known by its natural key where it has one: a row that was imported before is then skipped, not refused. */
  | { readonly state: 'invalid'; readonly errors: readonly RowError[]; readonly sourceId?: string }
  /** With its keys, where another row of the file may not claim them either. */
  | { readonly state: 'skipped'; readonly errors: readonly RowError[]; readonly entityId: bigint | null; readonly keys?: readonly string[] }

/** What differs between importing clients, packages, payments and places; the way of a file through the program is the same. */
export interface ImportKind<T> {
  readonly name: ImportKindName
  readonly permission: Permission
  readonly fields: readonly ImportField[]
  /** Equal rows are meant: two payments of one amount on one day. The second is known as the second. */
  readonly allowsRepeats?: boolean
  /** Checks a batch of rows by the rules of the real thing; writes nothing. */
  check(tx: Tx, rows: readonly Cells[], options: ImportOptions): Promise<CheckedRow<T>[]>
  /** Does all of a batch or, when it throws, nothing of it; answers what each row became. */
  apply(tx: Tx, values: readonly T[], options: ImportOptions): Promise<bigint[]>
}
