import { Tabs } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useChosenInSight } from '../lib/use-chosen-in-sight.ts'
import { useUrlState } from '../lib/use-url-state.ts'
import styles from './url-tabs.module.css'

export interface UrlTab {
  readonly key: string
  readonly label: string
  readonly content: () => ReactNode
}

interface UrlTabsProps {
  readonly tabs: readonly UrlTab[]
  /** Whether the rest of the address, as the filters of a tab, goes with the tab. */
  readonly forgets?: boolean
  readonly className?: string
}

/** The parts of a page of which one is open; which stands in the address as `tab`, and the first needs no word there. */
export function UrlTabs({ tabs, forgets = false, className = '' }: UrlTabsProps) {
  const [state, setState] = useUrlState()
  const frame = useRef<HTMLDivElement>(null)
  const asked = state['tab']
  const open = tabs.find(({ key }) => key === asked) ?? tabs[0]
  const list = useChosenInSight<HTMLDivElement>(open?.key)
  // Asked for from above, by a link or an address, the part comes into sight.
  useEffect(() => {
    if (asked !== undefined && frame.current !== null && frame.current.getBoundingClientRect().top > window.innerHeight - 120)
      frame.current.scrollIntoView({ block: 'start' })
  }, [asked])
  if (open === undefined) return null
  const choose = (tab: string | null) =>
    setState({
      ...(forgets ? Object.fromEntries(Object.keys(state).map((key) => [key, undefined])) : {}),
      tab: tab === null || tab === tabs[0]?.key ? undefined : tab,
    })
  return (
    <Tabs ref={frame} className={`${styles.tabs} ${className}`} value={open.key} onChange={choose} keepMounted={false}>
      <Tabs.List ref={list} className={styles.list ?? ''}>
        {tabs.map(({ key, label }) => (
          <Tabs.Tab key={key} value={key}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open.key}>{open.content()}</Tabs.Panel>
    </Tabs>
  )
}
