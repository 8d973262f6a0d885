import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, http } from '../../api/client.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import styles from './imports.module.css'
import type { Import } from './import-state.tsx'
import { MappingOptions, optionsOf, optionValues } from './mapping-options.tsx'
import type { OptionValues } from './mapping-options.tsx'

const NONE = ''

export interface MappingValues extends OptionValues {
  columns: string[]
}

/** What each column of the file means, and what holds for every row; what the heads seem to say is filled in. */
export function Mapping({ found, onDone }: { found: Import; onDone: () => Promise<void> }) {
  const { t, i18n } = useLingui()
  const start = Object.keys(found.mapping).length > 0 ? found.mapping : found.suggested_mapping
  const fieldOfColumn = Object.fromEntries(Object.entries(start).map(([field, column]) => [column, field]))
  const form = useForm<MappingValues>({
    initialValues: { columns: found.columns.map((column) => fieldOfColumn[column] ?? NONE), ...optionValues(found.options) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => field.replace(/^options\./, '') })
  const { columns } = form.getValues()
  const label = (field: { label_en: string; label_bn: string; is_required: boolean }) =>
    `${i18n.locale === 'bn' ? field.label_bn : field.label_en}${field.is_required ? ' *' : ''}`
  const missing = found.fields.filter(({ key, is_required }) => is_required && !columns.includes(key))
  // Where there is one branch nobody has to name it.
  const { data: listed, isPending } = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } })
  const branches = listed?.items ?? []
  const only = found.kind === 'clients' && branches.length === 1 ? { branch_id: branches[0]?.id ?? 0 } : {}
  const send = submit(async ({ columns: chosen, ...options }) => {
    const mapping = Object.fromEntries(chosen.flatMap((field, at) => (field === NONE ? [] : [[field, found.columns[at] ?? '']])))
    const { data, error } = await http.PUT('/api/v1/imports/{id}/mapping', {
      params: { path: { id: found.id } },
      body: { mapping, options: { ...only, ...optionsOf(options) } },
    })
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
                      w={220}
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
                    <span className={styles.sample}>
                      {found.sample
                        .map((row) => row[at])
                        .filter(Boolean)
                        .slice(0, 3)
                        .join(' · ')}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </Card>
      {found.kind !== 'places' && (
        <Card title={t`What holds for every row`}>
          <MappingOptions kind={found.kind} form={form} />
        </Card>
      )}
      {missing.length > 0 && <FormFailure text={t`Still needed: ${missing.map((field) => label(field)).join(', ')}`} />}
      <FormFailure text={failure} />
      <Group justify="end">
        <Button type="submit" loading={isSending || isPending} disabled={missing.length > 0}>
          <Trans>Check every row</Trans>
        </Button>
      </Group>
    </form>
  )
}
