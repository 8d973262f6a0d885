import type { OltProfile } from '../drivers/profile.ts'

const SHOWS = /^(?:show|display)\s+[^;|<>&`$]+$/i
const CALLS = /^(?:ping|traceroute|tracert)\s+[A-Za-z0-9.:-]{1,64}$/i

/** Whether a line typed by hand changes nothing: it shows, it calls an address, or it only goes to another mode of this family. Whatever is not known to is not. */
export function readOnlyLine({ cli }: OltProfile, line: string): boolean {
  const typed = line.trim()
  if (/\p{Cc}|\?/u.test(line) || cli.denied?.some((pattern) => pattern.test(typed)) === true) return false
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
