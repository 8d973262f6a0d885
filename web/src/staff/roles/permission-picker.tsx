import { useLingui } from '@lingui/react/macro'
import { Checkbox, Fieldset } from '@mantine/core'
import type { Permission } from '../../lib/session.ts'
import { usePermissionGroups } from './permission-groups.ts'
import styles from './roles.module.css'

/** Permissions to tick, by what they are about; `offered` = those the person may give. */
export function PermissionPicker({
  value,
  onChange,
  offered,
}: {
  value: readonly string[]
  onChange: (value: string[]) => void
  offered: readonly Permission[]
}) {
  const { i18n } = useLingui()
  const groups = usePermissionGroups()
  return (
    <div className={styles.picker}>
      {groups
        .map(({ permissions, ...group }) => ({ ...group, permissions: permissions.filter(({ key }) => offered.includes(key)) }))
        .filter(({ permissions }) => permissions.length > 0)
        .map(({ key, label, permissions }) => {
          const keys: readonly string[] = permissions.map((permission) => permission.key)
          const chosen = keys.filter((each) => value.includes(each))
          const others = value.filter((each) => !keys.includes(each))
          return (
            <Fieldset
              key={key}
              radius="md"
              p="sm"
              legend={
                <Checkbox
                  label={i18n._(label)}
                  fw={600}
                  checked={chosen.length === keys.length}
                  indeterminate={chosen.length > 0 && chosen.length < keys.length}
                  onChange={({ currentTarget }) => onChange(currentTarget.checked ? [...others, ...keys] : others)}
                />
              }
            >
              <div className={styles.pickerGroup}>
                {permissions.map(({ key: permission, name }) => (
                  <Checkbox
                    key={permission}
                    label={name}
                    checked={value.includes(permission)}
                    onChange={({ currentTarget }) => onChange(currentTarget.checked ? [...value, permission] : value.filter((each) => each !== permission))}
                  />
                ))}
              </div>
            </Fieldset>
          )
        })}
    </div>
  )
}
