const [BELL, ESCAPE] = [7, 27].map((code) => String.fromCharCode(code)) as [string, string]
const CONTROL = String.raw`${ESCAPE}\[[0-?]*[ -/]*[@-~]`
/** Titles, clipboards and the like: up to their end, or to the end of the line where none comes. */
const STRING = String.raw`${ESCAPE}[\]PX^_][^${BELL}${ESCAPE}\n]*(?:${BELL}|${ESCAPE}\\)?`
const SEQUENCES = new RegExp(`${CONTROL}|${STRING}`, 'g')
/** What moves a cursor, or turns the order of letters around. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu

/** What a device says as text: nothing in it reaches the terminal as a command. */
export const plainText = (said: string): string => said.replaceAll(/\r\n?/g, '\n').replaceAll(SEQUENCES, '').replaceAll(UNSEEN, '')
