import type { Reading } from '../parse/reading.ts'
import { textOf } from '../parse/values.ts'
import { asNumber, asText } from './family.ts'
import type { SnmpFamily, SnmpTable } from './family.ts'

/** One value, which stands in row 0. */
export const scalar: SnmpTable['index'] = (parts) => (parts.length === 1 && parts[0] === 0 ? { key: '', says: {} } : null)
/** A board of its own in each row. */
export const byPart: SnmpTable['index'] = (parts) => (parts.length === 1 ? { key: parts.join('.'), says: {} } : null)

const SECONDS_PER_TICK = 0.01

/** What every device says of itself (RFC 3418). It is asked value by value; of a record it is read like this. */
export const standardSystem: SnmpTable = {
  of: 'system',
  root: '1.3.6.1.2.1.1',
  index: scalar,
  columns: {
    1: asText('description'),
    2: asText('objectId'),
    3: (value) => {
      const { uptimeSeconds: seconds } = asNumber('uptimeSeconds', { scale: SECONDS_PER_TICK })(value)
      return { uptimeSeconds: typeof seconds === 'number' ? Math.floor(seconds) : null }
    },
    5: asText('name'),
  },
}

/** Some name their box by what it is to the standard, which is no model. */
const modelOf = (text: string): string | null => (/^chassis$/i.test(text.trim()) ? null : textOf(text))

/** What a device is made of (RFC 6933); its box is class 3. */
export const CHASSIS = 3
export const standardSnmp: SnmpFamily = {
  maxRepetitions: 20,
  verified: 'system, ports and boxes with records of Datacom DM4611, Nokia ISAM, Raisecom ISCOM5508, Eltex LTP-8X, Ubiquiti UISP Fiber and Ubiquoss C9500',
  tables: [
    {
      of: 'part',
      root: '1.3.6.1.2.1.47.1.1.1.1',
      index: byPart,
      columns: { 5: asNumber('class'), 8: asText('hardware'), 10: asText('firmware'), 11: asText('oltSerial'), 13: asText('model', modelOf) },
    },
  ],
}

/** What is said of the OLT as a whole: of parts that say what they are, only its box. */
export const ofWhole = (parts: readonly Reading[]): Reading[] => parts.filter((part) => part['class'] === undefined || part['class'] === CHASSIS)
