import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useLingui } from '@lingui/react/macro'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { queryClient } from './api/query-client.ts'
import { useBranding } from './lib/branding.ts'
import { router } from './routes.tsx'
import { cssVariables, DEFAULT_COLOUR, themeOf } from './ui/theme.ts'
import { themeKeeper } from './ui/theme-keeper.ts'

export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Themed />
      </QueryClientProvider>
    </I18nProvider>
  )
}

function Themed() {
  const { t } = useLingui()
  const closeText = t`Close`
  const clearText = t`Clear`
  const revealText = t`Show or hide the password`
  const colour = useBranding().colour ?? DEFAULT_COLOUR
  const theme = useMemo(() => themeOf({ colour, closeText, clearText, revealText }), [colour, closeText, clearText, revealText])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={themeKeeper} defaultColorScheme="auto">
      <RouterProvider router={router} />
    </MantineProvider>
  )
}
