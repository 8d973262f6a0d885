import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select, Skeleton, Switch, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status } from '../../ui/values.tsx'
import styles from '../branches/branches.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'

type Field = paths['/api/v1/custom-fields']['get']['responses']['200']['content']['application/json']['items'][number]

/** What a company wants to know of its clients and lines beside what the program asks. */
export function FieldsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<Field | 'new' | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/custom-fields')
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
      <Trans>New field</Trans>
    </Button>
  )
  const of = (entity: Field['entity']) => data?.items.filter((field) => field.entity === entity) ?? []
  return (
    <Page title={t`Own fields`} actions={add}>
      <SectionTabs of="/settings" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={260} radius="md" />
      ) : data.items.length === 0 ? (
        <Card flush>
          <EmptyState icon={<IconForms size={24} />} title={<Trans>No field of your own yet</Trans>} action={add}>
            <Trans>Add what you want to know of every client or line: the name of the building, the number of the meter, who brought him.</Trans>
          </EmptyState>
        </Card>
      ) : (
        (['client', 'subscription'] as const)
          .filter((entity) => of(entity).length > 0)
          .map((entity) => (
            <Card key={entity} title={entity === 'client' ? t`Of clients` : t`Of lines`} flush>
              <FieldTable fields={of(entity)} onOpen={may('settings.edit') ? setOpened : undefined} />
            </Card>
          ))
      )}
      {opened !== null && <FieldForm field={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function useTypeText(): (type: Field['type']) => string {
  const { t } = useLingui()
  const texts: Record<Field['type'], string> = { text: t`Text`, number: t`Number`, date: t`Day`, boolean: t`Yes or no`, choice: t`Choice` }
  return (type) => texts[type]
}

function FieldTable({ fields, onOpen }: { fields: readonly Field[]; onOpen: ((field: Field) => void) | undefined }) {
  const { t, i18n } = useLingui()
  const typeText = useTypeText()
  return (
    <TableScroll>
      <table className={`${tables.table} ${styles.words}`}>
        <caption className="lm-hidden">
          <Trans>Own fields</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={tables.wide}>
              <Trans>Name</Trans>
            </th>
            <th scope="col">
              <Trans>Kind</Trans>
            </th>
            <th scope="col" className={styles.spare}>
              <Trans>Key</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            {onOpen !== undefined && (
              <th scope="col">
                <span className="lm-hidden">
                  <Trans>Change</Trans>
                </span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const name = i18n.locale === 'bn' ? field.label_bn : field.label_en
            return (
              <tr key={field.id}>
                <td className={tables.wide}>
                  {name}
                  {field.is_required && (
                    <span className={tables.small}>
                      <Trans>must be given</Trans>
                    </span>
                  )}
                </td>
                <td>
                  {typeText(field.type)}
                  {field.choices.length > 0 && <span className={`${tables.small} ${styles.choices}`}>{field.choices.join(', ')}</span>}
                </td>
                <td className={styles.spare}>{field.key}</td>
                <td>{field.is_active ? <Status tone="green" label={t`In use`} /> : <Status tone="grey" label={t`Retired`} isHollow />}</td>
                {onOpen !== undefined && (
                  <td>
                    <Button size="compact-sm" variant="default" aria-label={t`Change ${name}`} onClick={() => onOpen(field)}>
                      <Trans>Change</Trans>
                    </Button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

function FieldForm({ field, onClose }: { field: Field | null; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const typeText = useTypeText()
  const form = useForm({
    initialValues: {
      entity: field?.entity ?? ('client' as const),
      type: field?.type ?? ('text' as const),
      key: field?.key ?? '',
      label_en: field?.label_en ?? '',
      label_bn: field?.label_bn ?? '',
      choices: field?.choices ?? [],
      is_required: field?.is_required ?? false,
      is_active: field?.is_active ?? true,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { type } = form.getValues()
  const send = submit(async ({ entity, type: kind, key, is_active, ...values }) => {
    const body = { ...values, choices: kind === 'choice' ? values.choices : [] }
    const { error } =
      field === null
        ? await http.POST('/api/v1/custom-fields', { body: { ...body, entity, type: kind, key } })
        : await http.PATCH('/api/v1/custom-fields/{id}', { params: { path: { id: field.id } }, body: { ...body, is_active } })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/custom-fields').queryKey })
    sayDone(field === null ? t`The field stands in the forms now.` : t`The field is changed.`)
    onClose()
  })
  return (
    <FormDialog
      title={field === null ? t`New field` : t`Change the field`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={field === null ? <Trans>Add the field</Trans> : <Trans>Save</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name in English`} required data-autofocus {...form.getInputProps('label_en')} />
        <TextInput label={t`Name in Bangla`} required {...form.getInputProps('label_bn')} />
      </Group>
      {field === null && (
        <>
          <Group grow align="start">
            <Select
              label={t`Of what`}
              data={[
                { value: 'client', label: t`Clients` },
                { value: 'subscription', label: t`Lines` },
              ]}
              {...form.getInputProps('entity')}
            />
            <Select
              label={t`Kind`}
              data={(['text', 'number', 'date', 'boolean', 'choice'] as const).map((value) => ({ value, label: typeText(value) }))}
              {...form.getInputProps('type')}
            />
          </Group>
          <TextInput
            label={t`Key`}
            description={t`For imports, exports and the API; small letters, digits and _. It cannot change later, nor can the kind.`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            required
            {...form.getInputProps('key')}
          />
        </>
      )}
      {type === 'choice' && <TagsInput label={t`Choices`} size="sm" placeholder={t`Type one and press Enter`} {...form.getInputProps('choices')} />}
      <Switch
        label={t`Must be given`}
        description={t`Asked for at the next change of a client; what is stored stays.`}
        {...form.getInputProps('is_required', { type: 'checkbox' })}
      />
      {field !== null && (
        <Switch
          label={t`In use`}
          description={t`A retired field is not asked for; its values stay.`}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  )
}
