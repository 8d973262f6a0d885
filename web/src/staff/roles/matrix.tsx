import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMe } from '../../lib/session.ts'
import { usePermissionGroups } from './permission-groups.ts'
import styles from './roles.module.css'
import type { Role } from './roles-page.tsx'

export interface MatrixProps {
  readonly roles: readonly Role[]
  readonly name: (role: Role) => string
  readonly head: (role: Role) => ReactNode
  readonly edited: { readonly role: Role; readonly permissions: readonly string[] } | null
  readonly onEdit: (permissions: readonly string[]) => void
}

/** Permissions down, roles across; the column of a role that is being changed has boxes to tick. */
export function Matrix({ roles, name, head, edited, onEdit }: MatrixProps) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const groups = usePermissionGroups()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t`Roles and permissions`}>
      <table className={styles.matrix}>
        <caption className="lm-hidden">
          <Trans>What each role may do</Trans>
        </caption>
        <thead>
          <tr>
            <td className={styles.corner} />
            {roles.map((role) => (
              <th key={role.id} scope="col" className={edited?.role.id === role.id ? styles.edited : undefined}>
                {head(role)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, label, permissions }) => (
          <tbody key={key}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                <span>{i18n._(label)}</span>
              </th>
            </tr>
            {permissions.map(({ key: permission, name: what }) => (
              <tr key={permission}>
                <th scope="row">{what}</th>
                {roles.map((role) => {
                  const isEdited = edited?.role.id === role.id
                  const has = (isEdited ? edited.permissions : role.permissions).includes(permission)
                  return (
                    <td key={role.id} className={`${styles.cell} ${isEdited ? styles.edited : ''}`}>
                      {isEdited ? (
                        <Checkbox
                          aria-label={`${name(role)}: ${what}`}
                          style={{ width: 'fit-content' }}
                          checked={has}
                          disabled={!me.permissions.includes(permission)}
                          onChange={() => onEdit(has ? edited.permissions.filter((each) => each !== permission) : [...edited.permissions, permission])}
                        />
                      ) : has ? (
                        <>
                          <IconCheck size={16} className={styles.yes} aria-hidden />
                          <span className="lm-hidden">{t`yes`}</span>
                        </>
                      ) : (
                        <span className="lm-hidden">{t`no`}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
