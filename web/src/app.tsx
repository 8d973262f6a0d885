import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { queryClient } from './api/query-client.ts'
import { router } from './routes.tsx'
import { themeKeeper } from './ui/theme-keeper.ts'
import { cssVariables, DEFAULT_COLOUR, themeOf } from './ui/theme.ts'

export function App() {
  const theme = useMemo(() => themeOf(DEFAULT_COLOUR), [])
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={themeKeeper} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={4} autoClose={5000} />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  )
}
