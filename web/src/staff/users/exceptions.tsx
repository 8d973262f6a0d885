import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SegmentedControl, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import type { Permission } from '../../lib/session.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { usePermissionGroups } from '../roles/permission-groups.ts'
import styles from './users.module.css'
import type { UserPage } from './user-page.tsx'

type Way = 'role' | 'grant' | 'deny'

/** What one person may do beyond his role, or not do in spite of it. */
export function Exceptions({ user, rolePermissions }: { user: UserPage; rolePermissions: readonly string[] }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const client = useQueryClient()
  const mayChange = user.allowed.set_permissions
  const [showsAll, setShowsAll] = useState(false)
  const form = useForm<{ ways: Partial<Record<Permission, Way>> }>({ initialValues: { ways: waysOf(user) } })
  const { submit, isSending, failure } = useSubmit(form)
  const { ways } = form.getValues()
  const wayOf = (permission: Permission): Way => ways[permission] ?? 'role'
  const send = submit(async () => {
    const of = (wanted: Way) => (Object.keys(ways) as Permission[]).filter((permission) => ways[permission] === wanted)
    const { error } = await http.PUT('/api/v1/users/{id}/permissions', {
      params: { path: { id: user.id } },
      body: { grants: of('grant'), denials: of('deny') },
    })
    if (error !== undefined) throw error
    form.resetDirty()
    await client.invalidateQueries()
    sayDone(t`The exceptions are saved; this person logs in again.`)
  })
  const groups = usePermissionGroups()
    .map((group) => ({
      ...group,
      permissions: group.permissions.filter((permission) => showsAll || wayOf(permission.key) !== 'role'),
    }))
    .filter(({ permissions }) => permissions.length > 0)

  return (
    <form onSubmit={send} noValidate className={styles.exceptions}>
      <Group justify="space-between" gap="sm" align="start">
        <Text size="sm" c="dimmed" flex="1 1 240px">
          {mayChange.ok ? <Trans>What differs from the role, for this person alone. A denial wins over everything.</Trans> : mayChange.reason}
        </Text>
        <Switch label={t`Show every permission`} checked={showsAll} onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)} />
      </Group>
      {groups.length === 0 && (
        <Text size="sm">
          <Trans>No exceptions: this person may do what the role allows.</Trans>
        </Text>
      )}
      {groups.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className={styles.list} tabIndex={0} aria-label={t`Permissions`}>
          {groups.map(({ key, label, permissions }) => (
            <section key={key} className={styles.group}>
              <h3 className={styles.groupTitle}>{i18n._(label)}</h3>
              {permissions.map(({ key: permission, name }) => {
                const hasByRole = rolePermissions.includes(permission)
                return (
                  <div key={permission} className={styles.exception}>
                    <span>{name}</span>
                    <SegmentedControl
                      size="xs"
                      aria-label={name}
                      disabled={!mayChange.ok || !me.permissions.includes(permission)}
                      value={wayOf(permission)}
                      onChange={(way) => form.setFieldValue('ways', { ...ways, [permission]: way as Way })}
                      data={[
                        { value: 'role', label: hasByRole ? t`role: yes` : t`role: no` },
                        { value: 'grant', label: t`allowed` },
                        { value: 'deny', label: t`denied` },
                      ]}
                    />
                  </div>
                )
              })}
            </section>
          ))}
        </section>
      )}
      <FormFailure text={failure} />
      {mayChange.ok && form.isDirty() && (
        <Group justify="end">
          <Button variant="default" onClick={() => form.reset()}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isSending}>
            <Trans>Save the exceptions</Trans>
          </Button>
        </Group>
      )}
    </form>
  )
}

const waysOf = ({ grants, denials }: UserPage): Partial<Record<Permission, Way>> =>
  Object.fromEntries([...grants.map((permission) => [permission, 'grant']), ...denials.map((permission) => [permission, 'deny'])])
