import { NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { deleteHoliday, selectHoliday, upsertHoliday } from './store.ts'
import type { Holiday } from './store.ts'

/** Whether a day is one of the company's holidays. */
export const isHoliday = async (conn: Pick<Conn, 'db'>, day: PlainDate): Promise<boolean> => (await selectHoliday(conn, day)) !== undefined

/** Makes a day a holiday, or gives it another name. Repeatable. */
export async function setHoliday(tx: Tx, holiday: Holiday): Promise<Holiday> {
  const before = await selectHoliday(tx, holiday.day)
  if (before?.name === holiday.name) return before
  await upsertHoliday(tx, holiday)
  const after = { day: holiday.day.toString(), name: holiday.name }
  await recordEvent(tx, 'holiday.set', { subjectType: 'holiday', subjectId: null, before: before === undefined ? null : { name: before.name }, after })
  return holiday
}

/** Makes a holiday an ordinary day. @throws NotFound 404. */
export async function removeHoliday(tx: Tx, day: PlainDate): Promise<void> {
  const before = await selectHoliday(tx, day)
  if (before === undefined) throw new NotFound(`There is no holiday on ${day}`)
  await deleteHoliday(tx, day)
  await recordEvent(tx, 'holiday.removed', { subjectType: 'holiday', subjectId: null, before: { day: day.toString(), name: before.name } })
}
