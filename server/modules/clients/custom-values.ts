import { Invalid } from '../../kernel/errors.ts'

export const FIELD_TYPES = ['text', 'number', 'date', 'boolean', 'choice'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export interface CustomField {
  readonly id: bigint
  readonly entity: 'client' | 'subscription'
  readonly key: string
  readonly label_en: string
  readonly label_bn: string
  readonly type: FieldType
  readonly choices: readonly string[]
  readonly is_required: boolean
  readonly is_active: boolean
}

export type CustomValue = string | number | boolean
export type CustomValues = Readonly<Record<string, CustomValue>>

const MAX_TEXT = 1000

/**
 * The stored values after a change: what is given is checked against its field, null takes a value away, the rest stays. Values of
 * fields that are no longer active stay where they are and cannot be changed. @throws Invalid 422 naming every field that does not fit.
 */
export function applyCustom(fields: readonly CustomField[], current: CustomValues, given: Readonly<Record<string, unknown>>): CustomValues {
  const active = new Map(fields.filter(({ is_active }) => is_active).map((field) => [field.key, field]))
  const errors: { field: string; message: string }[] = []
  const next: Record<string, CustomValue> = { ...current }
  for (const [key, value] of Object.entries(given)) {
    const field = active.get(key)
    if (field === undefined) errors.push({ field: `custom.${key}`, message: 'There is no such field' })
    else if (value === null || value === '') delete next[key]
    else {
      const parsed = parseValue(field, value)
      if (parsed === null) errors.push({ field: `custom.${key}`, message: expectation(field) })
      else next[key] = parsed
    }
  }
  for (const field of active.values()) {
    if (field.is_required && !(field.key in next)) errors.push({ field: `custom.${field.key}`, message: `${field.label_en} is required` })
  }
  if (errors.length > 0) throw new Invalid('Some fields do not fit', { errors })
  return next
}

function parseValue({ type, choices }: CustomField, value: unknown): CustomValue | null {
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT ? value.trim() : null
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    }
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : null
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value) ? value : null
    case 'choice':
      return typeof value === 'string' && choices.includes(value) ? value : null
  }
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

function expectation({ type, choices }: CustomField): string {
  return {
    text: `Expected a text of at most ${MAX_TEXT} characters`,
    number: 'Expected a number',
    boolean: 'Expected true or false',
    date: 'Expected a date as YYYY-MM-DD',
    choice: `Expected one of ${choices.join(', ')}`,
  }[type]
}
