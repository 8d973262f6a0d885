import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Menu, Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { roleText } from '../users/role-names.ts'
import { Matrix } from './matrix.tsx'
import { NewRole, RenameRole } from './role-forms.tsx'
import styles from './roles.module.css'

export type Role = paths['/api/v1/roles']['get']['responses']['200']['content']['application/json']['items'][number]
type Opened = { readonly what: 'new'; readonly from: Role | null } | { readonly what: 'rename' | 'remove'; readonly role: Role } | null

/** Who may do what: roles beside one another. Built-in roles stay as they are; a copy of one is the company's own. */
export function RolesPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<Opened>(null)
  const [edited, setEdited] = useState<{ role: Role; permissions: readonly string[] } | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/roles')
  const roles = data?.items ?? []
  const close = () => setOpened(null)
  const name = (role: Role) => roleText(role.key, roles, i18n)
  const add = may('role.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ what: 'new', from: null })}>
      <Trans>New role</Trans>
    </Button>
  )
  return (
    <Page title={t`Roles and permissions`} fills actions={add}>
      <SectionTabs of="/users" />
      {edited !== null && <EditBar edited={edited} name={name(edited.role)} onDone={() => setEdited(null)} />}
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={520} radius="md" />
      ) : (
        <Matrix
          roles={roles}
          name={name}
          edited={edited}
          onEdit={(permissions) => edited !== null && setEdited({ ...edited, permissions })}
          head={(role) => (
            <RoleHead
              role={role}
              name={name(role)}
              mayEdit={may('role.edit')}
              onCopy={() => setOpened({ what: 'new', from: role })}
              onEdit={() => setEdited({ role, permissions: role.permissions })}
              onRename={() => setOpened({ what: 'rename', role })}
              onRemove={() => setOpened({ what: 'remove', role })}
            />
          )}
        />
      )}
      {opened?.what === 'new' && <NewRole from={opened.from} fromName={opened.from === null ? '' : name(opened.from)} onClose={close} />}
      {opened?.what === 'rename' && <RenameRole role={opened.role} onClose={close} />}
      {opened?.what === 'remove' && <RemoveRole role={opened.role} onClose={close} />}
    </Page>
  )
}

interface RoleHeadProps {
  role: Role
  name: string
  mayEdit: boolean
  onCopy: () => void
  onEdit: () => void
  onRename: () => void
  onRemove: () => void
}

function RoleHead({ role, name, mayEdit, onCopy, onEdit, onRename, onRemove }: RoleHeadProps) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <span className={styles.roleHead}>
      {name}
      <small>
        <Plural value={role.users} _0={t`nobody`} one={`${format.number(role.users)} person`} other={`${format.number(role.users)} people`} />
      </small>
      {role.is_changed && (
        <small>
          <Trans>changed here</Trans>
        </small>
      )}
      {mayEdit && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={22} aria-label={t`More for ${name}`}>
              <IconDots size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onCopy}>
              <Trans>Copy into a new role</Trans>
            </Menu.Item>
            {!role.is_builtin && (
              <>
                <AllowedItem allowed={role.allowed.edit} onClick={onEdit}>
                  <Trans>Change what it allows</Trans>
                </AllowedItem>
                <Menu.Item onClick={onRename}>
                  <Trans>Rename</Trans>
                </Menu.Item>
              </>
            )}
            <Menu.Divider />
            <AllowedItem allowed={role.allowed.remove} isDanger onClick={onRemove}>
              <Trans>Remove</Trans>
            </AllowedItem>
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  )
}

/** Over the matrix while a role is changed: what to do, and the two ways out. */
function EditBar({
  edited: { role, permissions },
  name,
  onDone,
}: {
  edited: { role: Role; permissions: readonly string[] }
  name: string
  onDone: () => void
}) {
  const { t } = useLingui()
  const me = useMe()
  const client = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const save = submit(async () => {
    const { error } = await http.PUT('/api/v1/roles/{id}/permissions', {
      params: { path: { id: role.id } },
      body: { permissions: [...permissions], version: role.version },
    })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/roles').queryKey })
    sayDone(t`The role is changed.`)
    onDone()
  })
  return (
    <form className={styles.bar} onSubmit={save}>
      <span role={failure === null ? undefined : 'alert'}>
        {failure ??
          (me.user.role === role.key
            ? t`Tick what ${name} may do. It is your own role: you can only give what you have.`
            : t`Tick what ${name} may do. Whoever has this role logs in again afterwards.`)}
      </span>
      <Group gap="xs">
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={isSending}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </form>
  )
}

function RemoveRole({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { error } = await http.DELETE('/api/v1/roles/{id}', { params: { path: { id: role.id } } })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/roles').queryKey })
    sayDone(t`The role is gone.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={t`Remove ${role.name}?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Remove</Trans>}
      isDanger
    >
      <Trans>Nobody has this role. What it allowed stays in the audit.</Trans>
    </ConfirmDialog>
  )
}
