import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconColumns3 } from '@tabler/icons-react'
import type { Column } from './data-list.tsx'

/** Which columns of a list this browser shows; the first one always stays, for it leads to the row's page. */
export function useColumns<Row>(list: string, all: readonly Column<Row>[]) {
  const [chosen, setChosen] = useLocalStorage<readonly string[] | null>({ key: `lastmile.columns.${list}`, defaultValue: null, getInitialValueInEffect: false })
  const isShown = (column: Column<Row>, at: number) => at === 0 || (chosen === null ? column.isExtra !== true : chosen.includes(column.id))
  const shown = all.filter(isShown)
  const toggle = (id: string) => {
    const ids = shown.map((column) => column.id)
    setChosen(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])
  }
  return { columns: shown, chooser: <ColumnChooser all={all} shown={shown.map(({ id }) => id)} onToggle={toggle} /> }
}

function ColumnChooser<Row>({ all, shown, onToggle }: { all: readonly Column<Row>[]; shown: readonly string[]; onToggle: (id: string) => void }) {
  const { t } = useLingui()
  // A phone's rows have a form of their own, with no columns to choose.
  const isNarrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) === true
  if (isNarrow) return null
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t`Columns`}>
          <ActionIcon variant="default" size={32} aria-label={t`Columns`}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8} mah={380} style={{ overflowY: 'auto' }}>
          {all.slice(1).map((column) => (
            <Checkbox key={column.id} label={column.header} checked={shown.includes(column.id)} onChange={() => onToggle(column.id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
