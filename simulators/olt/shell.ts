import type { Faults } from './faults.ts'
import type { Family, Place, Written } from './families/family.ts'
import type { Plant } from './plant.ts'
import { troubleOf } from './trouble.ts'

export interface Inside {
  readonly family: Family
  readonly plant: Plant
  readonly faults: Faults
  readonly users: Readonly<Record<string, string>>
  readonly enablePassword: string
  /** Every line that was typed, over all sessions. */
  readonly typed: string[]
}

export interface Terminal {
  write(text: string): void
  end(): void
}

type Stage = 'user' | 'password' | 'enable' | 'shell' | 'pager' | 'busy' | 'hung'

const BREAK = '\u0003'
/** A description as people type them: in their own letters, with a byte that is no letter and a bell. */
const odd = (row: string): string =>
  row.replace(/line (\d+-1)$/, (_all, name: string) => `${Buffer.from('দোকান').toString('latin1')} ${name}\u0007`).replace(/line (\d+-2)$/, 'caf\u00e9 $1')

/** One session on the OLT's command line. `isKnown`: whoever opened it has logged in already, as by SSH. */
export function openShell(inside: Inside, terminal: Terminal, { isKnown }: { isKnown: boolean }): { take(text: string): void } {
  const { family, plant, faults, users } = inside
  let stage: Stage = isKnown ? 'shell' : 'user'
  let place: Place = family.enable === null ? ['user', 'enabled'] : ['user']
  let line = ''
  let user = ''
  let waiting: string[] = []
  let pageRows = family.pager.rows
  let isAsking: string | null = null
  let isLeaving = false
  let question: Written | null = null
  let isWaiting = faults.isShy && !isKnown

  const write = (text: string): void => {
    const size = faults.pieces ?? text.length
    for (let at = 0; at < text.length; at += Math.max(1, size)) terminal.write(text.slice(at, at + size))
  }
  const prompt = (): void => {
    stage = 'shell'
    write(family.prompt(place))
  }
  const page = (): void => {
    const rows = waiting.splice(0, pageRows)
    for (const [index, row] of rows.entries()) {
      if (faults.dropsAfterLines !== null && index >= faults.dropsAfterLines) {
        terminal.end()
        return
      }
      if (faults.stopsAfterLines !== null && index >= faults.stopsAfterLines) {
        stage = 'hung'
        waiting = []
        return
      }
      if (faults.writesLogs && index % 5 === 2) write(`${family.logLine}\r\n`)
      write(`${faults.hasOddCharacters ? odd(row) : row}\r\n`)
    }
    if (faults.stopsAfterLines !== null && rows.length >= faults.stopsAfterLines) {
      stage = 'hung'
      return
    }
    if (waiting.length === 0) return prompt()
    stage = 'pager'
    write(family.pager.text)
  }
  const perform = ({ says, does }: Written): void => {
    if (!faults.ignoresWrites) does?.()
    waiting = [...says]
  }
  /** A write, or else a question of what there is. @returns whether the OLT wants to hear first that one is sure. */
  const asks = (typed: string): boolean => {
    const written = family.writes(typed, place, plant)
    if (written === null) waiting = [...(family.answers(typed, place, plant) ?? [family.unknown])]
    else if (faults.refusesWrites?.test(typed) === true) waiting = [family.cannot]
    else if (written.asks === null) perform(written)
    else {
      question = written
      stage = 'shell'
      write(written.asks)
      return true
    }
    return false
  }
  const run = (typed: string): void => {
    if (faults.hangs?.test(typed) === true) {
      stage = 'hung'
      return
    }
    const trouble = troubleOf(typed, plant)
    if (trouble !== null) waiting = [trouble]
    else if (family.pager.off.test(typed)) pageRows = Number.POSITIVE_INFINITY
    else if (family.enable !== null && place.length === 1 && /^en(able)?$/i.test(typed)) {
      stage = 'enable'
      write(family.enable.passwordPrompt)
      return
    } else if (family.leaves.test(typed)) {
      if (place.length <= 1 || (family.enable === null && place.length <= 2) || (family.asksToLeave !== undefined && place.length === 2)) {
        if (family.asksToLeave === undefined) terminal.end()
        else {
          isLeaving = true
          stage = 'shell'
          write(family.asksToLeave)
        }
        return
      }
      place = place.slice(0, -1)
    } else if (typed !== '') {
      const next = family.goes(typed, place, plant)
      if (next === 'refused') write(`${family.unknown}\r\n`)
      else if (next !== null) place = next
      else if (asks(typed)) return
    }
    page()
  }
  const enter = (typed: string): void => {
    if (stage === 'user') {
      user = typed
      write(`\r\n${family.passwordPrompt}`)
      stage = 'password'
    } else if (stage === 'password') {
      write('\r\n')
      if (users[user] === typed) return prompt()
      write(`${family.refusal}${faults.echoesPasswords ? ` (${typed})` : ''}\r\n${family.userPrompt}`)
      stage = 'user'
    } else if (stage === 'enable') {
      write('\r\n')
      if (typed === inside.enablePassword) place = ['user', 'enabled']
      else write(`${family.refusal}\r\n`)
      prompt()
    } else if (isLeaving) {
      inside.typed.push(typed)
      isLeaving = false
      if (typed === 'y') return terminal.end()
      write('\r\n')
      prompt()
    } else if (question !== null) {
      const asked = question
      question = null
      inside.typed.push(typed)
      write('\r\n')
      if (/^y(?:es)?$/i.test(typed)) perform(asked)
      page()
    } else if (isAsking !== null) {
      const asked = isAsking
      isAsking = null
      write('\r\n')
      run(asked)
    } else {
      inside.typed.push(typed)
      write('\r\n')
      if (family.asksForEnter?.test(typed) === true) {
        isAsking = typed
        write('{ <cr>||<K> }:')
        return
      }
      stage = 'busy'
      if (faults.latencyMs > 0) setTimeout(() => run(typed), faults.latencyMs)
      else run(typed)
    }
  }

  if (!isWaiting) write(isKnown ? family.prompt(place) : `\r\n${family.userPrompt}`)
  return {
    take: (text) => {
      for (const character of text) {
        if (isWaiting) {
          isWaiting = character === '\n'
          if (!isWaiting) write(`\r\n${family.userPrompt}`)
        } else if (stage === 'pager') {
          write(family.pager.wipe)
          if (/q/i.test(character)) waiting = []
          page()
        } else if (stage === 'hung' || stage === 'busy') {
          if (character === BREAK && stage === 'hung' && !faults.isDeaf) {
            write('\r\n')
            prompt()
          }
        } else if (character === '\r') {
          const typed = line.trim()
          line = ''
          enter(typed)
        } else if (character !== '\n' && character !== '\0' && character !== BREAK) {
          line += character
          if (faults.echoesPasswords || (stage !== 'password' && stage !== 'enable')) write(character)
        }
      }
    },
  }
}
