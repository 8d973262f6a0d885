import { readPage } from '../parse/fields.ts'
import type { PageFormat } from '../parse/fields.ts'
import type { Read } from '../parse/first-of.ts'
import { readSentences } from '../parse/lines.ts'
import type { SentenceFormat } from '../parse/lines.ts'
import { readTable } from '../parse/table.ts'
import type { TableFormat } from '../parse/table.ts'
import type { OltCommand, Verified } from './profile.ts'

export const table =
  (format: TableFormat): Read =>
  (answer) =>
    readTable(format, answer)
export const page =
  (format: PageFormat): Read =>
  (answer) =>
    readPage(format, answer)
export const sentences =
  (format: SentenceFormat): Read =>
  (answer) =>
    readSentences(format, answer)

/** A command that changes nothing. */
export const show = (
  words: string,
  mode: string,
  read: Read,
  verified: Verified | null,
  more: Pick<OltCommand, 'otherWords' | 'aliases' | 'timeoutMs'> = {},
): OltCommand => ({
  words,
  mode,
  access: 'read',
  read,
  verified,
  ...more,
})
