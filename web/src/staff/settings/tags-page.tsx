import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTag } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ClientCount } from '../../ui/client-count.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog, FormDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import styles from '../branches/branches.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'

interface Tag {
  readonly name: string
  readonly clients: number
}
type Opened = { readonly what: 'new' } | { readonly what: 'rename' | 'remove'; readonly tag: Tag } | null

/** The words clients are marked with; corrected here, they are corrected everywhere. */
export function TagsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<Opened>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/tags/counts')
  const close = () => setOpened(null)
  const add = may('settings.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ what: 'new' })}>
      <Trans>New tag</Trans>
    </Button>
  )
  return (
    <Page title={t`Tags`} actions={add}>
      <SectionTabs of="/settings" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={260} radius="md" />
      ) : data.items.length === 0 ? (
        <Card flush>
          <EmptyState icon={<IconTag size={24} />} title={<Trans>No tag yet</Trans>} action={add}>
            <Trans>Mark clients with words of your own, such as “late payer” or “new building”, and filter the list by them.</Trans>
          </EmptyState>
        </Card>
      ) : (
        <Card flush>
          <TableScroll>
            <table className={`${tables.table} ${styles.words}`}>
              <caption className="lm-hidden">
                <Trans>Tags</Trans>
              </caption>
              <thead>
                <tr>
                  <th scope="col" className={tables.wide}>
                    <Trans>Tag</Trans>
                  </th>
                  <th scope="col" className={tables.end}>
                    <Trans>Clients</Trans>
                  </th>
                  {may('settings.edit') && (
                    <th scope="col">
                      <span className="lm-hidden">
                        <Trans>Change</Trans>
                      </span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {data.items.map((tag) => (
                  <tr key={tag.name}>
                    <th scope="row">{tag.name}</th>
                    <td className={tables.end}>
                      <ClientCount count={tag.clients} filter={{ tag: tag.name }} />
                    </td>
                    {may('settings.edit') && (
                      <td>
                        <Group gap={6} wrap="nowrap" justify="end">
                          <Button size="compact-sm" variant="default" aria-label={t`Rename ${tag.name}`} onClick={() => setOpened({ what: 'rename', tag })}>
                            <Trans>Rename</Trans>
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            color="red"
                            aria-label={t`Remove ${tag.name}`}
                            onClick={() => setOpened({ what: 'remove', tag })}
                          >
                            <Trans>Remove</Trans>
                          </Button>
                        </Group>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </Card>
      )}
      {opened?.what === 'new' && <NewTag onClose={close} />}
      {opened?.what === 'rename' && <RenameTag tag={opened.tag} known={data?.items ?? []} onClose={close} />}
      {opened?.what === 'remove' && <RemoveTag tag={opened.tag} onClose={close} />}
    </Page>
  )
}

function NewTag({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: { name: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.POST('/api/v1/tags', { body })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The tag can be given to clients now.`)
    onClose()
  })
  return (
    <FormDialog title={t`New tag`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Add the tag</Trans>}>
      <TextInput label={t`Tag`} required data-autofocus maxLength={40} {...form.getInputProps('name')} />
    </FormDialog>
  )
}

function RenameTag({ tag, known, onClose }: { tag: Tag; known: readonly Tag[]; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const form = useForm({ initialValues: { new_name: tag.name } })
  const { submit, isSending, failure } = useSubmit(form)
  const wanted = form.getValues().new_name.trim()
  const other = known.find(({ name }) => name === wanted && name !== tag.name)
  const send = submit(async ({ new_name }) => {
    const { data, error } = await http.POST('/api/v1/tags/renames', { body: { name: tag.name, new_name } })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`Changed on ${counted.clients(data.clients)}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Rename ${tag.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={other === undefined ? <Trans>Rename</Trans> : <Trans>Make the two one</Trans>}
    >
      <TextInput label={t`New name`} required data-autofocus maxLength={40} {...form.getInputProps('new_name')} />
      <Text size="sm" c="dimmed" aria-live="polite">
        {other === undefined ? (
          <Trans>It changes on every client who has it, {format.number(tag.clients)} now, and in the kept views.</Trans>
        ) : (
          <Trans>There is a tag of this name already, on {counted.clients(other.clients)}: the two become one.</Trans>
        )}
      </Text>
    </FormDialog>
  )
}

function RemoveTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { error } = await http.DELETE('/api/v1/tags', { params: { query: { name: tag.name } } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The tag is gone.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={t`Remove ${tag.name}?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Remove</Trans>}
      isDanger
    >
      <Trans>It is taken off every client who has it, {format.number(tag.clients)} now.</Trans>
    </ConfirmDialog>
  )
}
