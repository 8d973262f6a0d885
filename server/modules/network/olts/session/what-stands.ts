import { DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { CliDialect } from '../drivers/profile.ts'
import { logsAmong } from '../terminal/answer.ts'
import type { Question } from './heard.ts'
import type { OltLine } from './line.ts'
import { MOST_LOG_LINES, MOST_PAGES } from './limits.ts'

/** How far a long answer has been turned over. */
export interface Pages {
  /** The row of the pager that was answered last. */
  replied: number
  count: number
}

/** Whether the prompt stands: the last line that is no log line is it; a log line may come behind it. */
export function isAtPrompt({ screen }: OltLine, cli: CliDialect, prompt: RegExp): boolean {
  if (prompt.test(screen.line.trim())) return true
  const lines = screen.lines(screen.row - MOST_LOG_LINES)
  const isLog = logsAmong(lines, cli)
  const last = lines.findLastIndex((line, index) => line.trim() !== '' && isLog[index] !== true)
  const isFollowed = lines.slice(last + 1).some((line) => line.trim() !== '')
  return last >= 0 && isFollowed && prompt.test((lines[last] ?? '').trim())
}

/** Turns the page over where a pager stands, or presses Enter where that is waited for; whether one stood there. @throws DeviceUnreachable where there is no end of pages. */
export function turnPage(olt: OltLine, cli: CliDialect, pages: Pages): boolean {
  const { line, row } = olt.screen
  if (cli.wantsEnter?.test(line) === true) {
    olt.send('')
    return true
  }
  if (!cli.pager.test(line)) {
    pages.replied = -1
    return false
  }
  if (pages.replied === row) return true
  pages.replied = row
  pages.count += 1
  if (pages.count > MOST_PAGES) throw new DeviceUnreachable('The OLT does not come to an end of its pages', 'protocol')
  olt.press(cli.pagerReply)
  return true
}

/** Whether a question stands. The first one is told what was agreed, each further one no; each stands there until something new comes. */
export function answer(olt: OltLine, cli: CliDialect, question: Question): boolean {
  const { line, row } = olt.screen
  if (cli.question?.test(line) !== true) return false
  if (question.row === row) return true
  question.row = row
  const told = question.asked === null ? (question.confirm ?? 'n') : 'n'
  question.asked = { question: line.trim(), told }
  olt.send(told)
  return true
}
