import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { LOCALE_NAMES, showIn } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { useBranding } from '../../lib/branding.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import styles from './front-page.module.css'

/** The calm page in front of the program: log-in, passwords, set-up. Language and look can be chosen before anybody is known. */
export function FrontPage({ title, lead, width = 380, children }: { title: string; lead?: ReactNode; width?: number; children: ReactNode }) {
  const { t, i18n } = useLingui()
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')
  const branding = useBranding()
  const other: Locale = i18n.locale === 'bn' ? 'en' : 'bn'
  useEffect(() => {
    document.title = `${title} · Lastmile`
  }, [title])
  return (
    <div className={styles.front}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <BrandMark size={28} /> {branding.name || 'Lastmile'}
        </span>
        <Group gap={4}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            w="auto"
            px={8}
            lang={other}
            onClick={() => void showIn(other)}
            aria-label={`${t`Language`}: ${LOCALE_NAMES[other]}`}
          >
            <span style={{ fontSize: 13, fontWeight: 560, color: 'var(--lm-soft)' }}>{LOCALE_NAMES[other]}</span>
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={() => setColorScheme(shown === 'dark' ? 'light' : 'dark')}
            aria-label={shown === 'dark' ? t`Light` : t`Dark`}
          >
            {shown === 'dark' ? <IconSun size={18} color="var(--lm-soft)" /> : <IconMoon size={18} color="var(--lm-soft)" />}
          </ActionIcon>
        </Group>
      </header>
      <main className={styles.middle}>
        <div className={styles.card} style={{ '--front-width': `${width}px` } as CSSProperties}>
          <h1 className={styles.title}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}
