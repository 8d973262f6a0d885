import type { OltProfile } from '../drivers/profile.ts'

const SHOWS = /^(?:show|display)\s+[^;|<>&`$]+$/i
const CALLS = /^(?:ping|traceroute|tracert)\s+[A-Za-z0-9.:-]{1,64}$/i

/** Why a line is never sent to OLTs of this family; null: it may be. */
export function whyNotSent({ cli }: Pick<OltProfile, 'cli'>, line: string): string | null {
  if (/\p{Cc}/u.test(line)) return 'A line holds no control characters'
  if (line.includes('?')) return 'A question mark asks the OLT for help in the middle of the line, and the rest of it would be run'
  return cli.denied?.some((pattern) => pattern.test(line.trim())) === true ? 'This is known to hang OLTs of this family' : null
}

/** Whether a line typed by hand changes nothing: it shows, it calls an address, or it only goes to another mode of this family. Whatever is not known to is not. */
export function readOnlyLine({ cli }: OltProfile, line: string): boolean {
  const typed = line.trim()
  if (whyNotSent({ cli }, line) !== null) return false
  if (SHOWS.test(typed) || CALLS.test(typed)) return true
  const ways = Object.values(cli.modes).flatMap(({ enter, leave }) => [...enter.flat(), ...leave])
  return [...ways, ...cli.setup].some((template) => patternOf(template).test(typed))
}

/** A number or a place where a name stands. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map((part) => RegExp.escape(part))
      .join('[0-9/:]{1,20}')}$`,
    'i',
  )
