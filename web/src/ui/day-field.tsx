import '@mantine/dates/styles.css'
import { useLingui } from '@lingui/react/macro'
import { DateInput, DatesProvider, MonthPickerInput } from '@mantine/dates'
import type { DateInputProps, MonthPickerInputProps } from '@mantine/dates'
import dayjs from 'dayjs'
import 'dayjs/locale/bn'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { latinDigits, localDigits } from '../lib/format.ts'

dayjs.extend(customParseFormat)

/** How people type a day; the first that fits counts. */
const TYPED = ['D MMM YYYY', 'D/M/YYYY', 'D-M-YYYY', 'D.M.YYYY', 'YYYY-MM-DD', 'D/M/YY', 'D MMM']

const readDay = (text: string): string | null => {
  const day = dayjs(latinDigits(text.trim()), TYPED, true)
  return day.isValid() ? day.format('YYYY-MM-DD') : null
}

const MONTH = 'MMMM YYYY'

/** What a screen reader says of the arrows and the head of a calendar. */
function useCalendarLabels() {
  const { t } = useLingui()
  return {
    previousMonth: t`Previous month`,
    nextMonth: t`Next month`,
    previousYear: t`Previous year`,
    nextYear: t`Next year`,
    previousDecade: t`Ten years back`,
    nextDecade: t`Ten years on`,
    monthLevelControl: t`Choose a month`,
    yearLevelControl: t`Choose a year`,
  }
}

/** A calendar day as `YYYY-MM-DD`: typed as people write it, or picked. Days come before months here, whatever the browser thinks. */
export function DayField(props: Omit<DateInputProps, 'value' | 'onChange'> & { value?: string | null; onChange?: (day: string | null) => void }) {
  const { i18n } = useLingui()
  const ariaLabels = useCalendarLabels()
  return (
    <DatesProvider settings={{ locale: i18n.locale, firstDayOfWeek: 0, weekendDays: [5] }}>
      <DateInput
        size="sm"
        valueFormat={(day) => localDigits(dayjs(day).locale(i18n.locale).format('D MMM YYYY'), i18n.locale)}
        dateParser={readDay}
        popoverProps={{ withinPortal: true }}
        ariaLabels={ariaLabels}
        {...(props as DateInputProps)}
      />
    </DatesProvider>
  )
}

/** A calendar month as the first of its days. It is a button, so its name says the month that stands on it as well. */
export function MonthField({
  'aria-label': ariaLabel,
  ...props
}: Omit<MonthPickerInputProps<'default'>, 'value' | 'onChange'> & { value?: string | null; onChange?: (month: string | null) => void }) {
  const { i18n } = useLingui()
  const ariaLabels = useCalendarLabels()
  const name = ariaLabel ?? (typeof props.label === 'string' ? props.label : undefined)
  const write = (month: string) => localDigits(dayjs(month).locale(i18n.locale).format(MONTH), i18n.locale)
  const shown = typeof props.value === 'string' && props.value !== '' ? write(props.value) : ''
  return (
    <DatesProvider settings={{ locale: i18n.locale }}>
      <MonthPickerInput
        size="sm"
        valueFormatter={({ date }) => (typeof date === 'string' ? write(date) : '')}
        ariaLabels={ariaLabels}
        {...(name === undefined ? {} : { 'aria-label': [name, shown].filter(Boolean).join(': ') })}
        {...(props as MonthPickerInputProps<'default'>)}
      />
    </DatesProvider>
  )
}
