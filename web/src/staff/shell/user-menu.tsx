import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { http } from '../../api/client.ts'
import { LOCALES, LOCALE_NAMES, showIn } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { ownPhoto, sessionQuery, useMe } from '../../lib/session.ts'
import { PersonPhoto } from '../../ui/person-photo.tsx'

type Theme = 'auto' | 'light' | 'dark'

/** Language, look and oneself. What is chosen goes with the account to the next computer. */
export function UserMenu() {
  const { t, i18n } = useLingui()
  const { user } = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme('light')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the account decides at log-in; afterwards the switch below does.
  useEffect(() => setColorScheme(user.theme), [user.theme])

  const change = async (body: { locale?: Locale; theme?: Theme }) => {
    const { data } = await http.PATCH('/api/v1/auth/profile', { body })
    if (data !== undefined) client.setQueryData(sessionQuery.queryKey, data)
  }
  const setLocale = async (locale: Locale) => {
    await showIn(locale)
    await change({ locale })
    // Names and texts of the server come in the language of the account.
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  const setTheme = (theme: Theme) => {
    setColorScheme(theme)
    void change({ theme })
  }
  const logOut = async () => {
    await http.DELETE('/api/v1/auth/session')
    client.clear()
    await navigate({ to: '/login' })
  }
  const other: Locale = i18n.locale === 'bn' ? 'en' : 'bn'
  return (
    <>
      <Tooltip label={t`Language`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          w="auto"
          px={8}
          onClick={() => void setLocale(other)}
          aria-label={`${t`Language`}: ${LOCALE_NAMES[other]}`}
          lang={other}
        >
          <span style={{ fontSize: 12.5, fontWeight: 560, color: 'var(--lm-soft)' }}>{LOCALE_NAMES[other]}</span>
        </ActionIcon>
      </Tooltip>
      <Tooltip label={shown === 'dark' ? t`Light` : t`Dark`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          onClick={() => setTheme(shown === 'dark' ? 'light' : 'dark')}
          aria-label={shown === 'dark' ? t`Light` : t`Dark`}
        >
          {shown === 'dark' ? <IconSun size={17} color="var(--lm-soft)" /> : <IconMoon size={17} color="var(--lm-soft)" />}
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="transparent" size={34} aria-label={t`Account of ${user.full_name}`} ml={4}>
            <PersonPhoto name={user.full_name} src={ownPhoto(user.photo_file_id)} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.full_name} · {user.username}
          </Menu.Label>
          <Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => void navigate({ to: '/profile' })}>{t`My profile`}</Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => void navigate({ to: '/choose-password' })}>{t`Change my password`}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t`Language`}</Menu.Label>
          {LOCALES.map((locale) => (
            <Menu.Item key={locale} lang={locale} onClick={() => void setLocale(locale)} fw={i18n.locale === locale ? 640 : undefined}>
              {LOCALE_NAMES[locale]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDeviceDesktop size={16} />}
            onClick={() => setTheme('auto')}
            fw={user.theme === 'auto' ? 640 : undefined}
          >{t`Look of the computer`}</Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void logOut()}>{t`Log out`}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
