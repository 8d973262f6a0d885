const IAC = 255
const DONT = 254
const DO = 253
const WONT = 252
const WILL = 251
const SB = 250
const SE = 240
const ECHO = 1
const SUPPRESS_GO_AHEAD = 3
/** A subnegotiation is thrown away; one without end must not grow. */
const LONGEST_COMMAND = 1024

export interface Telnet {
  /** Takes bytes cut anywhere: the data among them, and what has to be answered. */
  take(bytes: Buffer): { data: Buffer; reply: Buffer }
}

/**
 * The telnet protocol (RFC 854): echo and suppress-go-ahead of the other side are taken, everything else is refused, and no offer is
 * answered twice, so that two sides that disagree do not argue for ever. Pure.
 */
export function createTelnet(): Telnet {
  let pending = Buffer.alloc(0)
  const answered = new Set<number>()
  const answer = (verb: number, option: number): number[] => {
    const key = verb * 256 + option
    if (answered.has(key)) return []
    answered.add(key)
    if (verb === WILL) return [IAC, option === ECHO || option === SUPPRESS_GO_AHEAD ? DO : DONT, option]
    if (verb === DO) return [IAC, option === SUPPRESS_GO_AHEAD ? WILL : WONT, option]
    return []
  }
  return {
    take: (bytes) => {
      const all = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
      const data: number[] = []
      const reply: number[] = []
      let at = 0
      while (at < all.length) {
        const byte = all[at] ?? 0
        if (byte !== IAC) {
          data.push(byte)
          at += 1
          continue
        }
        const verb = all[at + 1]
        if (verb === undefined) break
        if (verb === IAC) {
          data.push(IAC)
          at += 2
        } else if (verb >= WILL && verb <= DONT) {
          const option = all[at + 2]
          if (option === undefined) break
          reply.push(...answer(verb, option))
          at += 3
        } else if (verb === SB) {
          const end = all.indexOf(Buffer.of(IAC, SE), at + 2)
          if (end < 0 && all.length - at < LONGEST_COMMAND) break
          at = end < 0 ? at + 2 : end + 2
        } else {
          at += 2
        }
      }
      pending = Buffer.from(all.subarray(at))
      return { data: Buffer.from(data), reply: Buffer.from(reply) }
    },
  }
}

/** Data as it goes on the wire: 255 stands for a command and is doubled. */
export const escapeTelnet = (bytes: Buffer): Buffer =>
  bytes.includes(IAC) ? Buffer.from([...bytes].flatMap((byte) => (byte === IAC ? [IAC, IAC] : [byte]))) : bytes
