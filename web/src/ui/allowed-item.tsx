import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Allowed } from './allowed-button.tsx'
import styles from './allowed-item.module.css'

/** A choice of a menu that stays in its place when it may not be taken, with the reason under it: seen without a mouse, too. */
export function AllowedItem({
  allowed,
  icon,
  isDanger = false,
  onClick,
  children,
}: {
  allowed: Allowed
  icon?: ReactNode
  isDanger?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Menu.Item
      {...(allowed.ok ? {} : { 'aria-disabled': true })}
      className={allowed.ok ? (isDanger ? styles.danger : undefined) : styles.off}
      leftSection={icon}
      closeMenuOnClick={allowed.ok}
      onClick={allowed.ok ? onClick : undefined}
    >
      {children}
      {!allowed.ok && <small className={styles.why}>{allowed.reason}</small>}
    </Menu.Item>
  )
}
