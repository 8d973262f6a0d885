import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './print-receipt.module.css'

const PAPERS = ['80mm', 'a5', 'a4'] as const
type Paper = (typeof PAPERS)[number]
const KEY = 'lastmile.receipt-paper'

/** The paper this counter printed on last; a till roll where nobody has chosen yet. */
function keptPaper(): Paper {
  const kept = localStorage.getItem(KEY)
  return PAPERS.find((paper) => paper === kept) ?? '80mm'
}

function usePaperText(): (paper: Paper) => string {
  const { t } = useLingui()
  return (paper) => ({ '80mm': t`Till roll, 80 mm`, a5: t`A5 sheet`, a4: t`A4 sheet` })[paper]
}

/** Prints a receipt on the paper of this counter; another paper is one click away and is kept for the next one. */
export function PrintReceipt({ path, label }: { /** Of the PDF, without its paper. */ path: string; label: string }) {
  const { t } = useLingui()
  const text = usePaperText()
  const [paper, setPaper] = useState(keptPaper)
  const address = (chosen: Paper) => `${path}?paper=${chosen}`
  const keep = (chosen: Paper) => {
    localStorage.setItem(KEY, chosen)
    setPaper(chosen)
  }
  return (
    <Button.Group>
      <Button component="a" href={address(paper)} target="_blank" variant="default" leftSection={<IconPrinter size={16} />} title={text(paper)}>
        {label}
      </Button>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <Button variant="default" px={6} aria-label={t`On which paper`}>
            <IconChevronDown size={15} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>Print on</Trans>
          </Menu.Label>
          {PAPERS.map((each) => (
            <Menu.Item
              key={each}
              component="a"
              href={address(each)}
              target="_blank"
              onClick={() => keep(each)}
              className={each === paper ? styles.usual : undefined}
            >
              {text(each)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}

/** The same as one choice of a menu: on the paper of this counter. */
export function ReceiptItem({ path }: { path: string }) {
  const text = usePaperText()
  const paper = keptPaper()
  return (
    <Menu.Item component="a" href={`${path}?paper=${paper}`} target="_blank" leftSection={<IconPrinter size={16} stroke={1.8} />} title={text(paper)}>
      <Trans>Print the receipt</Trans>
    </Menu.Item>
  )
}
