import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Stack, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { LOCALE_NAMES, LOCALES, showIn } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { sessionQuery, useMe } from '../../lib/session.ts'
import type { Me } from '../../lib/session.ts'
import { sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { TimeText } from '../../ui/values.tsx'
import { roleText } from '../users/role-names.ts'
import { OwnPhoto } from './own-photo.tsx'
import { OwnSessions } from './own-sessions.tsx'
import styles from './profile.module.css'
import { Tokens } from './tokens.tsx'

type Theme = Me['user']['theme']

/** Oneself: who one is to the program, how it looks, where one is logged in, and the keys of one's own programs. */
export function ProfilePage() {
  const { t, i18n } = useLingui()
  const me = useMe()
  const { user } = me
  return (
    <Page title={t`My profile`}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card
            title={t`My account`}
            actions={
              <Button component={Link} to="/choose-password" variant="default" size="compact-sm">
                <Trans>Change my password</Trans>
              </Button>
            }
          >
            <OwnPhoto user={user} />
            <dl className={styles.facts}>
              <dt>
                <Trans>User name</Trans>
              </dt>
              <dd>{user.username}</dd>
              <dt>
                <Trans>Role</Trans>
              </dt>
              <dd>{roleText(user.role, [], i18n)}</dd>
              <dt>
                <Trans>E-mail</Trans>
              </dt>
              <dd>{user.email || '–'}</dd>
              <dt>
                <Trans>Phone</Trans>
              </dt>
              <dd>{user.phone || '–'}</dd>
              <dt>
                <Trans>Last log-in</Trans>
              </dt>
              <dd>
                <TimeText at={user.last_login_at} />
              </dd>
            </dl>
            <p className={styles.note}>
              <Trans>Name, e-mail and phone are changed by whoever manages the accounts.</Trans>
            </p>
          </Card>
          <Look />
        </div>
        <div className={styles.column}>
          <OwnSessions />
          <Tokens />
        </div>
      </div>
    </Page>
  )
}

/** Language and theme; they go with the account to the next computer. */
function Look() {
  const { t, i18n } = useLingui()
  const { user } = useMe()
  const client = useQueryClient()
  const { setColorScheme } = useMantineColorScheme()
  const change = async (body: { locale?: Locale; theme?: Theme }) => {
    const { data, error } = await http.PATCH('/api/v1/auth/profile', { body })
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    client.setQueryData(sessionQuery.queryKey, data)
  }
  const setLocale = async (locale: Locale) => {
    await showIn(locale)
    await change({ locale })
    // Names and texts of the server come in the language of the account.
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  return (
    <Card title={t`Language and look`}>
      <Stack gap="md">
        <Select
          label={t`Language`}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          value={i18n.locale}
          onChange={(locale) => locale !== null && void setLocale(locale as Locale)}
        />
        <div>
          <div className={styles.label} id="look">
            <Trans>Look</Trans>
          </div>
          <SegmentedControl
            aria-labelledby="look"
            fullWidth
            value={user.theme}
            onChange={(theme) => {
              setColorScheme(theme as Theme)
              void change({ theme: theme as Theme })
            }}
            data={[
              { value: 'light', label: t`Light` },
              { value: 'dark', label: t`Dark` },
              { value: 'auto', label: t`As the computer` },
            ]}
          />
        </div>
      </Stack>
    </Card>
  )
}
