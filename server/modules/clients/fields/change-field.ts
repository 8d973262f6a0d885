import { Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import type { CustomField } from '../custom-values.ts'
import { insertField, lockField, updateField } from './store.ts'
import type { NewField } from './store.ts'

/** Adds a field of the company's own to clients or lines. Not repeatable: the same key again is refused. @throws Invalid 422, Conflict 409. */
export async function addField(tx: Tx, field: NewField): Promise<CustomField> {
  checkChoices(field)
  const added = await insertField(tx, field)
  await recordEvent(tx, 'custom_field.added', { subjectType: 'custom_field', subjectId: added.id, after: { ...added, choices: [...added.choices] } })
  return added
}

export type FieldChanges = Partial<Pick<CustomField, 'label_en' | 'label_bn' | 'choices' | 'is_required' | 'is_active'>>

/**
 * Changes a field; its key and type stay, so stored values keep their meaning. Making it required concerns the next change of a client only.
 * Repeatable. @throws NotFound 404, Invalid 422.
 */
export async function changeField(tx: Tx, fieldId: bigint, changes: FieldChanges): Promise<CustomField> {
  const before = await lockField(tx, fieldId)
  if (before === undefined) throw NotFound.of('custom field', fieldId)
  const wanted = { ...before, ...changes }
  checkChoices(wanted)
  if (JSON.stringify({ ...wanted, id: 0 }) === JSON.stringify({ ...before, id: 0 })) return before
  const after = await updateField(tx, wanted)
  await recordEvent(tx, 'custom_field.changed', { subjectType: 'custom_field', subjectId: fieldId, before: { ...before }, after: { ...after } })
  return after
}

function checkChoices({ type, choices }: Pick<CustomField, 'type' | 'choices'>): void {
  if ((type === 'choice') === choices.length > 0) return
  const message = type === 'choice' ? 'Name at least one choice' : 'Only a field of choices has choices'
  throw new Invalid(message, { errors: [{ field: 'choices', message }] })
}
