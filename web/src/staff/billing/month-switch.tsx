import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { firstDayOf, monthAfter } from '../../lib/months.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MonthField } from '../../ui/day-field.tsx'

/** One month, with its neighbours a step away. */
export function MonthSwitch({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const before = monthAfter(month, -1)
  const after = monthAfter(month)
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size={32} aria-label={format.month(before)} onClick={() => onChange(before)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <MonthField aria-label={t`Month`} w={170} value={firstDayOf(month)} onChange={(day) => day !== null && onChange(day.slice(0, 7))} />
      <ActionIcon variant="default" size={32} aria-label={format.month(after)} disabled={after > format.today().slice(0, 7)} onClick={() => onChange(after)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  )
}
