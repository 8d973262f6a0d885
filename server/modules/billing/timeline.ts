import type { TimelineSource } from '../clients/index.ts'
import { selectBillsOfRuns } from './timeline-store.ts'

/** The bills of a client that month runs made: a million at once leave no event of each in the audit. */
export const billsOfRuns: TimelineSource = {
  kind: 'bill',
  async read(conn, clientId, page) {
    const bills = await selectBillsOfRuns(conn, clientId, page)
    return bills.map(({ id, at, issued_by, issued_by_name, code, total_minor, due_on }) => ({
      id,
      at,
      event: {
        action: 'invoice.issued',
        actor_kind: issued_by === null ? 'system' : 'user',
        actor_id: issued_by,
        actor_name: issued_by_name ?? 'system',
        subject_type: 'invoice',
        subject_id: id,
        before: null,
        after: { code, total_minor: Number(total_minor), due_on: due_on.toString() },
      },
    }))
  },
}
