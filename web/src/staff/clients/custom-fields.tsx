import { useLingui } from '@lingui/react'
import { useLingui as useTexts } from '@lingui/react/macro'
import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType, UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { DayField } from '../../ui/day-field.tsx'

export type CustomValue = string | number | boolean | null
type Field = paths['/api/v1/custom-fields']['get']['responses']['200']['content']['application/json']['items'][number]

/** The fields the company has added for clients or lines; those retired no longer appear. */
export function useCustomFields(entity: Field['entity']): { fields: readonly Field[]; label: (key: string) => string } {
  const { i18n } = useLingui()
  const all = (api.useQuery('get', '/api/v1/custom-fields', {}, { staleTime: 60_000 }).data?.items ?? []).filter((field) => field.entity === entity)
  const text = (field: Field) => (i18n.locale === 'bn' ? field.label_bn : field.label_en)
  return {
    fields: all.filter(({ is_active }) => is_active),
    label: (key) => {
      const field = all.find((each) => each.key === key)
      return field === undefined ? key.replaceAll('_', ' ') : text(field)
    },
  }
}

/** One input for each of the company's own fields; the form holds them under `custom`. */
export function CustomFields<Values extends { custom: Record<string, CustomValue> }>({
  entity,
  form,
}: {
  entity: Field['entity']
  form: UseFormReturnType<Values>
}) {
  const { fields, label } = useCustomFields(entity)
  return fields.map((field) => <Input key={field.key} field={field} label={label(field.key)} props={form.getInputProps(`custom.${field.key}`)} />)
}

function Input({ field, label, props }: { field: Field; label: string; props: GetInputPropsReturnType }) {
  const { t } = useTexts()
  const shared = { label, required: field.is_required }
  const { value, ...rest } = props
  switch (field.type) {
    case 'number':
      return <NumberInput {...shared} {...rest} value={(value as number | undefined) ?? ''} />
    case 'date':
      return <DayField {...shared} clearable {...rest} value={(value as string | undefined) ?? null} />
    case 'boolean':
      return <Switch {...shared} {...rest} checked={value === true} mt={26} />
    case 'choice':
      return (
        <Select
          {...shared}
          {...rest}
          data={field.choices}
          clearable={!field.is_required}
          placeholder={t`Not said`}
          value={(value as string | undefined) ?? null}
        />
      )
    case 'text':
      return <TextInput {...shared} {...rest} value={(value as string | undefined) ?? ''} />
  }
}

/** As the server takes them: what was emptied is taken away. */
export const customOf = (custom: Record<string, CustomValue>): Record<string, CustomValue> =>
  Object.fromEntries(Object.entries(custom).map(([key, value]) => [key, value === '' || value === undefined ? null : value]))
