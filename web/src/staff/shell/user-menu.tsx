import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKey, IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { LOCALES, LOCALE_NAMES } from '../../i18n/i18n.ts'
import { ownPhoto, useMe } from '../../lib/session.ts'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import { usePreferences } from './use-preferences.ts'

/** One press to the other language, which is written in itself. */
export function LanguageSwitch() {
  const { t } = useLingui()
  const { otherLocale, setLocale } = usePreferences()
  return (
    <Tooltip label={t`Language`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        w="auto"
        px={8}
        onClick={() => void setLocale(otherLocale)}
        aria-label={`${t`Language`}: ${LOCALE_NAMES[otherLocale]}`}
        lang={otherLocale}
      >
        <span style={{ fontSize: 12.5, fontWeight: 560, color: 'var(--lm-soft)' }}>{LOCALE_NAMES[otherLocale]}</span>
      </ActionIcon>
    </Tooltip>
  )
}

export function ThemeSwitch() {
  const { t } = useLingui()
  const { shownTheme, setTheme } = usePreferences()
  const label = shownTheme === 'dark' ? t`Light` : t`Dark`
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} onClick={() => setTheme(shownTheme === 'dark' ? 'light' : 'dark')} aria-label={label}>
        {shownTheme === 'dark' ? <IconSun size={17} color="var(--lm-soft)" /> : <IconMoon size={17} color="var(--lm-soft)" />}
      </ActionIcon>
    </Tooltip>
  )
}

/** Oneself: profile, password, language, look, help and the way out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t, i18n } = useLingui()
  const { user } = useMe()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const { setLocale, setTheme, logOut } = usePreferences()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the account decides at log-in; afterwards the switch does.
  useEffect(() => setColorScheme(user.theme), [user.theme])

  return (
    <Menu position="bottom-end" width={240}>
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
        <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection="?" onClick={onHelp}>{t`Keyboard shortcuts`}</Menu.Item>
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
  )
}
