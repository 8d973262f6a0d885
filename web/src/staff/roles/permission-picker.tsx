import { useLingui } from '@lingui/react/macro'
import { Checkbox, Fieldset } from '@mantine/core'
import type { Permission } from '../../lib/session.ts'
import { PERMISSION_GROUPS, PERMISSION_NAMES } from './permission-names.ts'
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
  return (
    <div className={styles.picker}>
      {PERMISSION_GROUPS.map(({ permissions, ...group }) => ({ ...group, permissions: permissions.filter((permission) => offered.includes(permission)) }))
        .filter(({ permissions }) => permissions.length > 0)
        .map(({ key, label, permissions }) => {
          const chosen = permissions.filter((permission) => value.includes(permission))
          const others = value.filter((each) => !permissions.includes(each as Permission))
          return (
            <Fieldset
              key={key}
              radius="md"
              p="sm"
              legend={
                <Checkbox
                  label={i18n._(label)}
                  fw={600}
                  checked={chosen.length === permissions.length}
                  indeterminate={chosen.length > 0 && chosen.length < permissions.length}
                  onChange={({ currentTarget }) => onChange(currentTarget.checked ? [...others, ...permissions] : others)}
                />
              }
            >
              <div className={styles.pickerGroup}>
                {permissions.map((permission) => (
                  <Checkbox
                    key={permission}
                    label={i18n._(PERMISSION_NAMES[permission])}
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
