import { useLingui } from '@lingui/react/macro'
import { Page } from '../../ui/page.tsx'
import { ActionsPart, DialogPart, FieldsPart } from './form-parts.tsx'
import { FiguresPart, FilterPart, ListPart, TabsPart } from './list-parts.tsx'
import styles from './parts.module.css'
import { ChartPart, ProgressPart, StatesPart, TimelinePart } from './progress-parts.tsx'
import { DatePart, MoneyPart, StatusPart } from './value-parts.tsx'

/** Every shared part with all its states, made by the parts themselves: to choose from when a page is built, and to look at when one is changed. */
export function PartsPage() {
  const { t } = useLingui()
  const index = [
    ['list', t`List`],
    ['filters', t`Filters and counts`],
    ['figures', t`Figures`],
    ['tabs', t`Tabs inside a page`],
    ['fields', t`Fields`],
    ['dialogs', t`Forms over the page`],
    ['actions', t`Actions and their rules`],
    ['money', t`Money`],
    ['dates', t`Days and times`],
    ['status', t`Status`],
    ['timeline', t`Timeline`],
    ['progress', t`Long work`],
    ['states', t`States of a page`],
    ['charts', t`Charts`],
  ] as const
  return (
    <Page title={t`Parts of the pages`} note={t`samples; nothing here is in the books`}>
      <nav className={styles.index} aria-label={t`Parts of the pages`}>
        {index.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      <ListPart />
      <FilterPart />
      <FiguresPart />
      <TabsPart />
      <FieldsPart />
      <DialogPart />
      <ActionsPart />
      <MoneyPart />
      <DatePart />
      <StatusPart />
      <TimelinePart />
      <ProgressPart />
      <StatesPart />
      <ChartPart />
    </Page>
  )
}
