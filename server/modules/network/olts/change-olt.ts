import { isIP } from 'node:net'
import type { Scope } from '../../../kernel/actor.ts'
import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { seal } from '../../../platform/secrets/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { readHostKey } from '../transport/index.ts'
import { findProfile } from './drivers/list.ts'
import { forgetFailures, insertHealth } from './health-store.ts'
import { OLT_SECRETS, secretAad } from './olt.ts'
import type { Olt, OltFacts, OltSecret } from './olt.ts'
import { tellsOfOnus } from './snmp/family.ts'
import { insertOlt, lockOlt, updateOlt, updateSecret } from './store.ts'

/** Absent or empty: the one that is stored stays. */
export type OltSecrets = { readonly [name in OltSecret]?: string | undefined }
export type OltInput = OltFacts & OltSecrets

/** Adds an OLT to a branch in reach. @throws Invalid 422; `olt_name_taken` 409. */
export async function createOlt(tx: Tx, { password, enable_password, snmp_community, snmp_auth_key, snmp_priv_key, ...given }: OltInput): Promise<Olt> {
  const facts = checked(given)
  requireReach(tx.actor.scope, facts.branch_id)
  const id = await insertOlt(tx, facts)
  await insertHealth(tx, id)
  await keepSecrets(tx, id, { password, enable_password, snmp_community, snmp_auth_key, snmp_priv_key })
  const olt = await locked(tx, id)
  await recordEvent(tx, 'olt.created', { subjectType: 'olt', subjectId: id, branchId: olt.branch_id, after: { ...olt } })
  return olt
}

/** Repeatable. What was tried in vain before is tried again at once. @throws NotFound 404; `changed_meanwhile` 409 and as for creating. */
export async function changeOlt(
  tx: Tx,
  id: bigint,
  { password, enable_password, snmp_community, snmp_auth_key, snmp_priv_key, seenVersion, ...change }: Partial<OltInput> & { seenVersion?: number | undefined },
): Promise<Olt> {
  const before = await locked(tx, id)
  if (seenVersion !== undefined && seenVersion !== before.version) throw new Conflict('changed_meanwhile', 'Somebody else has changed this OLT; load it again')
  const facts = checked({ ...before, ...change })
  requireReach(tx.actor.scope, facts.branch_id)
  await updateOlt(tx, id, facts)
  const kept = await keepSecrets(tx, id, { password, enable_password, snmp_community, snmp_auth_key, snmp_priv_key })
  await forgetFailures(tx, id)
  const after = await locked(tx, id)
  await recordEvent(tx, 'olt.changed', {
    subjectType: 'olt',
    subjectId: id,
    branchId: after.branch_id,
    before: { ...before },
    after: { ...after, ...Object.fromEntries(kept.map((name) => [name, 'set'])) },
  })
  return after
}

async function keepSecrets(tx: Tx, id: bigint, secrets: OltSecrets): Promise<OltSecret[]> {
  const given = OLT_SECRETS.filter((name) => (secrets[name] ?? '') !== '')
  for (const name of given) await updateSecret(tx, id, name, seal(secrets[name] ?? '', secretAad(id, name)))
  return given
}

async function locked(tx: Tx, id: bigint): Promise<Olt> {
  const olt = await lockOlt(tx, id)
  if (olt === undefined) throw NotFound.of('olt', id)
  return olt
}

function requireReach(scope: Scope, branchId: bigint): void {
  if (scope.kind === 'reseller' || (scope.kind === 'branches' && !scope.branchIds.includes(branchId))) throw NotFound.of('branch', branchId)
}

/** What is typed of an OLT as it is kept. @throws Invalid 422 with each field that does not fit. */
export function checked(facts: OltFacts): OltFacts {
  const errors: { field: string; message: string }[] = []
  const host = facts.host.trim().toLowerCase()
  const { cli, snmp, is_active } = facts
  if (host === '' && is_active) errors.push({ field: 'host', message: 'Expected an address or a name' })
  if (host !== '' && isIP(host) === 0 && !/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(host))
    errors.push({ field: 'host', message: 'Expected an address or a name' })
  const profile = facts.profile === null ? null : findProfile(facts.profile)
  if (facts.profile !== null && profile === null) errors.push({ field: 'profile', message: 'No such family is known' })
  if (facts.profile === null && is_active) errors.push({ field: 'profile', message: 'Say of which family it is' })
  if (is_active && cli === 'none' && snmp === 'none') errors.push({ field: 'cli', message: 'Say how it is reached: by its command line, by SNMP, or both' })
  if (cli !== 'none' && facts.username.trim() === '') errors.push({ field: 'username', message: 'Say who logs in' })
  if (snmp === '3' && facts.snmp_user.trim() === '') errors.push({ field: 'snmp_user', message: 'Say who asks' })
  if (snmp === '3' && facts.snmp_priv !== null && facts.snmp_auth === null)
    errors.push({ field: 'snmp_auth', message: 'What is encrypted has to be authenticated too' })
  if (snmp !== 'none' && profile !== null && profile.poll.length > 0 && !tellsOfOnus(profile.snmp) && cli === 'none')
    errors.push({ field: 'cli', message: `What ${profile.title} tells of its ONUs by SNMP is not known; it needs its command line` })
  const hostKey = facts.ssh_host_key === null || facts.ssh_host_key.trim() === '' ? null : readHostKey(facts.ssh_host_key.trim())
  if (facts.ssh_host_key !== null && facts.ssh_host_key.trim() !== '' && hostKey === null)
    errors.push({ field: 'ssh_host_key', message: 'Expected SHA256: and 43 characters, or 64 hexadecimal digits' })
  if ((facts.latitude === null) !== (facts.longitude === null)) errors.push({ field: 'longitude', message: 'A place has a latitude and a longitude' })
  const pons = facts.pons?.map((pon) => pon.trim()).filter((pon) => pon !== '') ?? null
  if (pons?.some((pon) => !/^\d+(\/\d+){1,3}$/.test(pon)) === true) errors.push({ field: 'pons', message: 'A PON is written as 0/1 or 0/1/7' })
  if (errors.length > 0) throw new Invalid('Some fields of the OLT do not fit', { errors })
  return {
    ...facts,
    host,
    ssh_host_key: cli !== 'ssh' || hostKey === null ? null : `SHA256:${hostKey.toString('base64').replace(/=+$/, '')}`,
    allows_legacy_ssh: cli === 'ssh' && facts.allows_legacy_ssh,
    pons: pons === null || pons.length === 0 ? null : [...new Set(pons)],
  }
}
