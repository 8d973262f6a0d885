import { useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'

/** A paper to print as it stands on the screen, or as PDF in either language; `hasSlip` = also for a printer of 80 mm. */
export function PaperMenu({ path, hasSlip = false }: { path: string; hasSlip?: boolean }) {
  const { t } = useLingui()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} />}>
          {t`Print`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => window.print()}>{t`Print this page`}</Menu.Item>
        {LOCALES.map((locale) => (
          <Menu.Item key={locale} component="a" href={`${path}?locale=${locale}`} target="_blank">
            {t`PDF, A4, ${LOCALE_NAMES[locale]}`}
          </Menu.Item>
        ))}
        {hasSlip &&
          LOCALES.map((locale) => (
            <Menu.Item key={locale} component="a" href={`${path}?locale=${locale}&paper=80mm`} target="_blank">
              {t`PDF, 80 mm, ${LOCALE_NAMES[locale]}`}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
