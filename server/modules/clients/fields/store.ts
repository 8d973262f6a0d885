import { sql } from 'kysely'
import type { Conn, Tx } from '../../../platform/db/tx.ts'
import type { CustomField, FieldType } from '../custom-values.ts'

const columns = sql.raw('id, entity, key, label_en, label_bn, type, choices, is_required, is_active')

export async function selectFields(conn: Pick<Conn, 'db'>, entity?: CustomField['entity']): Promise<CustomField[]> {
  const { rows } =
    await sql<CustomField>`select ${columns} from custom_fields where ${entity === undefined ? sql`true` : sql`entity = ${entity}`} order by entity, id limit 500`.execute(
      conn.db,
    )
  return rows
}

export interface NewField {
  readonly entity: CustomField['entity']
  readonly key: string
  readonly label_en: string
  readonly label_bn: string
  readonly type: FieldType
  readonly choices: readonly string[]
  readonly is_required: boolean
}

export async function insertField(tx: Tx, field: NewField): Promise<CustomField> {
  const { rows } = await sql<CustomField>`
    insert into custom_fields (entity, key, label_en, label_bn, type, choices, is_required)
    values (${field.entity}, ${field.key}, ${field.label_en}, ${field.label_bn}, ${field.type}, ${[...field.choices]}::text[], ${field.is_required}) returning ${columns}`.execute(
    tx.db,
  )
  return rows[0] as CustomField
}

export async function lockField(tx: Tx, fieldId: bigint): Promise<CustomField | undefined> {
  const { rows } = await sql<CustomField>`select ${columns} from custom_fields where id = ${fieldId} for update`.execute(tx.db)
  return rows[0]
}

export async function updateField(tx: Tx, field: CustomField): Promise<CustomField> {
  const { rows } = await sql<CustomField>`
    update custom_fields set label_en = ${field.label_en}, label_bn = ${field.label_bn}, choices = ${[...field.choices]}::text[], is_required = ${field.is_required}, is_active = ${field.is_active}
    where id = ${field.id} returning ${columns}`.execute(tx.db)
  return rows[0] as CustomField
}
