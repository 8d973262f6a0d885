import { Invalid } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { receiveFile } from '../../../platform/files.ts'
import type { ReceivedFile } from '../../../platform/files.ts'
import { readRouter } from '../../network/routers/index.ts'
import { mapImport } from '../change-import.ts'
import { optionsSchema } from '../options.ts'
import type { Import } from '../store.ts'
import { uploadImport } from '../upload-import.ts'
import type { Reading, StandingSecret } from './reading.ts'

const COLUMNS = ['Name', 'Phone', 'Login', 'Password', 'Package', 'Status', 'Static IP', 'MAC'] as const
const MAPPING = {
  name: 'Name',
  phone: 'Phone',
  pppoe_login: 'Login',
  pppoe_password: 'Password',
  package: 'Package',
  status: 'Status',
  static_ip: 'Static IP',
  mac: 'MAC',
}
const MAX_BYTES = 64 * 1024 * 1024
/** A client must have a number; where the comment has none, somebody enters it later. */
const NO_PHONE = '11111'

export interface RouterImport {
  /** The code of the package that a profile stands for; secrets of other profiles stay where they are. */
  readonly packages: ReadonlyMap<string, string>
  /** Only these secrets; all that are new where not said. */
  readonly names: readonly string[] | null
}

/** The secrets of nobody's line as a file of clients, written where uploads lie. @throws Invalid 422 where none is left. */
export async function writeSecrets(
  { secrets }: Pick<Reading, 'secrets'>,
  { packages, names }: RouterImport,
): Promise<{ file: ReceivedFile; rows: string[][] }> {
  const wanted = names === null ? null : new Set(names)
  const rows = secrets
    .filter(({ standing, name, profile }) => standing === 'new' && packages.has(profile) && (wanted === null || wanted.has(name)))
    .map((secret) => rowOf(secret, packages.get(secret.profile) ?? ''))
  if (rows.length === 0) throw new Invalid('No secret is left to import: say which package their profiles stand for')
  const text = [[...COLUMNS], ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')
  return { file: await receiveFile([Buffer.from(`${text}\r\n`, 'utf8')], MAX_BYTES), rows }
}

/** Makes the file an import of clients of this router, mapped and about to be previewed. @throws NotFound 404. */
export async function importRouter(
  tx: Tx,
  {
    routerId,
    branchId,
    billingMode,
    file,
    rows,
  }: { routerId: bigint; branchId: bigint | null; billingMode: 'postpaid' | 'prepaid'; file: ReceivedFile; rows: readonly string[][] },
): Promise<Import> {
  const router = await readRouter(tx, tx.actor.scope, routerId)
  const sample = rows.slice(0, 10).map((cells) => cells.map((cell, n) => (COLUMNS[n] === 'Password' ? '•••' : cell)))
  const head = { format: 'csv' as const, columns: [...COLUMNS], sample }
  const made = await uploadImport(tx, { kind: 'clients', name: `${router.name}.csv`, file, head })
  const options = optionsSchema.parse({ branch_id: Number(branchId ?? router.branch_id), billing_mode: billingMode, router_id: Number(routerId) })
  return await mapImport(tx, { importId: made.id, mapping: MAPPING, options })
}

function rowOf({ name, password, comment, isDisabled, address, callerId }: StandingSecret, packageCode: string): string[] {
  const phone = /(?:\+?88)?(01[3-9]\d{8})/.exec(comment.replaceAll(/[\s-](?=\d)/g, ''))?.[1] ?? null
  const said = comment
    .replace(/(?:\+?88)?01[3-9][\d\s-]{8,12}/, '')
    .replaceAll(/[|,;/]+\s*$|^\s*[|,;/]+/g, '')
    .trim()
  return [said === '' ? name : said, phone ?? NO_PHONE, name, password, packageCode, isDisabled ? 'inactive' : 'active', address ?? '', callerId]
}

const quoted = (cell: string): string => (/[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
