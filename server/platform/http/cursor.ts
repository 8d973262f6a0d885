import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'

export class CursorNotValid extends AppError {
  readonly code = 'cursor_not_valid'
  readonly status = 422
}

/** Where a keyset page ended, as opaque text: the sort values of its last row. */
export function encodeCursor(position: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(position, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return Buffer.from(text).toString('base64url')
}

/**
 * Reads a cursor back against the shape its list wrote; undefined stays undefined (the first page).
 * Everything in it is checked, so a forged cursor can only name another place in the same list, which the scope guards anyway.
 * @throws CursorNotValid 422.
 */
export function decodeCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: the same answer as for JSON of the wrong shape.
  }
  throw new CursorNotValid('The cursor does not belong to this list; start again without it')
}

/** Parts of cursor shapes. */
export const cursorId = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
export const cursorInstant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not an instant' })
    return z.NEVER
  }
})
export const cursorDate = z.string().transform((text, context) => {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not a date' })
    return z.NEVER
  }
})
export const cursorText = z.string().max(500)

/** Cuts `limit + 1` rows to a page and says where it ended. */
export function toPage<T>(rows: readonly T[], limit: number, position: (row: T) => Record<string, unknown>): { items: T[]; next_cursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null }
}
