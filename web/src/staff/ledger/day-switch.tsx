import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { shiftDay } from '../../lib/zone-day.ts'
import { DayField } from '../../ui/day-field.tsx'

/** From day to day, up to today: by the arrows beside it, the brackets of the keyboard, or a day typed. */
export function DaySwitch({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const today = format.today()
  const before = () => onChange(shiftDay(day, -1))
  const after = day < today ? () => onChange(shiftDay(day, 1)) : null
  useShortcut('[', t`The day before`, before)
  useShortcut(']', t`The next day`, after)
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size={34} aria-label={t`The day before`} onClick={before}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <DayField aria-label={t`Day`} w={132} maxDate={today} value={day} onChange={(chosen) => chosen !== null && onChange(chosen)} />
      <ActionIcon variant="default" size={34} aria-label={t`The next day`} disabled={after === null} onClick={() => after?.()}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  )
}
