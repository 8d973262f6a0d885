import { useLingui } from '@lingui/react/macro'
import { useComputedColorScheme } from '@mantine/core'
import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { useEffect, useRef, useState } from 'react'
import type { Olt } from '../olt.ts'
import styles from '../olts.module.css'
import { createDialogue } from './dialogue.ts'
import type { Dialogue, Words } from './dialogue.ts'
import type { ConsoleLines } from './use-console-lines.ts'

/** So long a session stays where it was led. */
const KEEPS_MS = 60_000
const MOST_ROWS = 5000
/** Any text tone of the program passes on this ground; what has none is drawn stronger until it does. */
const CONTRAST = 4.5

/** The command line of an OLT as a terminal. It is loaded when it is opened, for nothing else needs it. */
export function OltTerminal({ olt, lines }: { olt: Olt; lines: ConsoleLines }) {
  const { t, i18n } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const open = useRef<{ terminal: Terminal; dialogue: Dialogue } | null>(null)
  const [said, setSaid] = useState('')
  const scheme = useComputedColorScheme('light')
  const words: Words = {
    waiting: t`It waits for its turn: a poll or somebody else has the OLT…`,
    running: t`It is being typed…`,
    cut: t`the rest is cut off`,
    notWhole: t`not whole: it did not come back in its time and was interrupted`,
    unsure: t`not certain whether it was taken`,
    notTyped: t`was not typed`,
    newSession: t`A new session: it stands where the log-in lands.`,
    cannotTakeBack: t`What is on its way cannot be taken back. Nothing else is sent.`,
    really: t`The OLT was told no. Really do it? Type yes:`,
    notDone: t`Not done.`,
    dropped: (count) => t`Lines that were not sent after this: ${count}`,
  }
  // What the terminal asks for is always of now; it is itself opened once.
  const now = useRef({ words, lines })
  now.current = { words, lines }
  Terminal.strings.promptLabel = t`Command line of the OLT`
  Terminal.strings.tooMuchOutput = t`Too much to read out; it stands in the list below.`

  useEffect(() => {
    const place = box.current
    if (place === null) return
    const terminal = new Terminal({
      cursorBlink: true,
      // The theme's typewriter face, with ours behind it for Bangla.
      fontFamily: getComputedStyle(place).fontFamily,
      fontSize: 13,
      lineHeight: 1.2,
      minimumContrastRatio: CONTRAST,
      screenReaderMode: true,
      scrollback: MOST_ROWS,
      theme: themeOf(place),
    })
    const fit = new FitAddon()
    terminal.loadAddon(fit)
    terminal.open(place)
    fit.fit()
    // The page keeps Tab, and the browser copies and pastes.
    terminal.attachCustomKeyEventHandler((event) => {
      if (event.key === 'Tab') return false
      const letter = event.ctrlKey && !event.altKey ? event.key.toLowerCase() : ''
      return !(letter === 'v' || (letter === 'c' && terminal.hasSelection()))
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const dialogue = createDialogue({
      screen: {
        write: async (text) => await new Promise<void>((done) => terminal.write(text, done)),
        columns: () => terminal.cols,
        column: () => terminal.buffer.active.cursorX,
        clear: () => terminal.clear(),
      },
      name: olt.name,
      words: () => now.current.words,
      history: () => now.current.lines.typedBefore,
      unfinished: now.current.lines.unfinished,
      send: async (line, confirm, standsAt) => {
        clearTimeout(timer)
        return await now.current.lines.send(line, confirm, standsAt)
      },
      onSaid: setSaid,
      onAnswer: () => {
        timer = setTimeout(() => dialogue.forget(), KEEPS_MS)
      },
    })
    terminal.onData((sent) => dialogue.type(sent))
    const watcher = new ResizeObserver(() => {
      fit.fit()
      dialogue.redraw()
    })
    watcher.observe(place)
    open.current = { terminal, dialogue }
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
      terminal.dispose()
      open.current = null
    }
  }, [olt.name])
  useEffect(() => open.current?.dialogue.hear(lines.rows), [lines.rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tones are another scheme's then.
  useEffect(() => {
    if (open.current !== null && box.current !== null) open.current.terminal.options.theme = themeOf(box.current)
  }, [scheme])
  return (
    <>
      <div className={styles.terminal}>
        <div ref={box} className={styles.screen} />
      </div>
      {/* Cells of one width break the letters of Bangla apart: there it is said once more as it is written. */}
      {said !== '' && i18n.locale === 'bn' && (
        <p className={styles.said} aria-hidden="true">
          {said}
        </p>
      )}
    </>
  )
}

/** The tones of the page. What a device says is without colours; these are the program's own words. */
function themeOf(place: HTMLElement) {
  const styles = getComputedStyle(place)
  const tone = (name: string): string => styles.getPropertyValue(`--lm-${name}`).trim()
  return {
    background: tone('sunken'),
    foreground: tone('text'),
    cursor: tone('text'),
    cursorAccent: tone('sunken'),
    selectionBackground: tone('line-strong'),
    red: tone('red'),
    yellow: tone('amber'),
    brightBlack: tone('dim'),
  }
}
