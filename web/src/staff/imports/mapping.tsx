import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, http } from '../../api/client.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import type { Import } from './import-state.tsx'

const NONE = ''

/** What each column of the file means; what the heads seem to say is filled in. */
export function Mapping({ found, onDone }: { found: Import; onDone: () => Promise<void> }) {
  const { t, i18n } = useLingui()
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200 } } }).data?.items ?? []
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const start = Object.keys(found.mapping).length > 0 ? found.mapping : found.suggested_mapping
  const fieldOfColumn = Object.fromEntries(Object.entries(start).map(([field, column]) => [column, field]))
  const form = useForm({
    initialValues: {
      columns: found.columns.map((column) => fieldOfColumn[column] ?? NONE),
      package_id: null as string | null,
      branch_id: null as string | null,
      date_format: 'dmy' as 'dmy' | 'mdy' | 'ymd',
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { columns, branch_id } = form.getValues()
  const branchId = branch_id ?? branches[0]?.id
  const label = (field: { label_en: string; label_bn: string; is_required: boolean }) =>
    `${i18n.locale === 'bn' ? field.label_bn : field.label_en}${field.is_required ? ' *' : ''}`
  const missing = found.fields.filter(({ key, is_required }) => is_required && !columns.includes(key))
  const send = submit(async (values) => {
    const mapping = Object.fromEntries(values.columns.flatMap((field, at) => (field === NONE ? [] : [[field, found.columns[at] ?? '']])))
    const options = {
      billing_mode: 'postpaid' as const,
      anchor_day: 1,
      reason: 'Imported',
      date_format: values.date_format,
      ...(branchId === undefined ? {} : { branch_id: Number(branchId) }),
      ...(values.package_id === null ? {} : { package_id: Number(values.package_id) }),
    }
    const { data, error } = await http.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id: found.id } }, body: { mapping, options } })
    if (data === undefined) throw error
    await onDone()
  })
  return (
    <form onSubmit={send} noValidate style={{ display: 'grid', gap: 12 }}>
      <Card title={t`What is in the columns?`} flush>
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th>
                  <Trans>Column of the file</Trans>
                </th>
                <th>
                  <Trans>Means</Trans>
                </th>
                <th className={tables.wide}>
                  <Trans>First values</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.columns.map((column, at) => (
                <tr key={column}>
                  <td>{column}</td>
                  <td>
                    <Select
                      w={240}
                      aria-label={t`Meaning of ${column}`}
                      searchable
                      data={[
                        { value: NONE, label: t`– leave out –` },
                        ...found.fields.map((field) => ({
                          value: field.key,
                          label: label(field),
                          disabled: columns.includes(field.key) && columns[at] !== field.key,
                        })),
                      ]}
                      value={columns[at] ?? NONE}
                      onChange={(field) => form.setFieldValue(`columns.${at}`, field ?? NONE)}
                    />
                  </td>
                  <td className={tables.wide}>
                    <span className={tables.small}>
                      {found.sample
                        .slice(0, 3)
                        .map((row) => row[at])
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </Card>
      <Group align="end">
        {found.kind === 'clients' && (
          <Select
            label={t`Package where a row names none`}
            clearable
            searchable
            data={packages.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('package_id')}
          />
        )}
        {found.kind === 'clients' && branches.length > 1 && (
          <Select
            label={t`Branch where a row names none`}
            searchable
            data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.getInputProps('branch_id')}
            value={String(branchId)}
          />
        )}
        <Select
          label={t`03/04/2026 means`}
          data={[
            { value: 'dmy', label: t`3 April` },
            { value: 'mdy', label: t`4 March` },
          ]}
          {...form.getInputProps('date_format')}
        />
      </Group>
      {missing.length > 0 && <FormFailure text={t`Still needed: ${missing.map((field) => label(field)).join(', ')}`} />}
      <FormFailure text={failure} />
      <Group justify="end">
        <Button type="submit" loading={isSending} disabled={missing.length > 0}>
          <Trans>Check every row</Trans>
        </Button>
      </Group>
    </form>
  )
}
