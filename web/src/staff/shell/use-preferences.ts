import { i18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { showIn } from '../../i18n/i18n.ts'
import type { Locale } from '../../i18n/i18n.ts'
import { sessionQuery } from '../../lib/session.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** Language and look of the person at the screen. What is chosen goes with the account to the next computer. */
export function usePreferences() {
  useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  const shownTheme = useComputedColorScheme('light')
  const otherLocale: Locale = i18n.locale === 'bn' ? 'en' : 'bn'
  const change = async (body: { locale?: Locale; theme?: Theme }) => {
    const { data } = await http.PATCH('/api/v1/auth/profile', { body })
    if (data !== undefined) client.setQueryData(sessionQuery.queryKey, data)
  }
  return {
    shownTheme,
    otherLocale,
    setLocale: async (locale: Locale) => {
      await showIn(locale)
      await change({ locale })
      // Names and texts of the server come in the language of the account.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
    setTheme: (theme: Theme) => {
      setColorScheme(theme)
      void change({ theme })
    },
    logOut: async () => {
      await http.DELETE('/api/v1/auth/session')
      client.clear()
      await navigate({ to: '/login' })
    },
  }
}
