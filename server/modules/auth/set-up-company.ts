import { timingSafeEqual } from 'node:crypto'
import { AppError, Conflict } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/actor.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { createBranch } from '../branches/index.ts'
import { changeSettings } from '../settings/index.ts'
import { settings as companySettings } from '../settings/index.ts'
import { secretHash } from './authenticate.ts'
import { updatePasswordHash } from './login-store.ts'
import { selectRole } from './role-store.ts'
import { newSecret } from './session.ts'
import { completeSetup, isSetupNeeded, lockSetup, storeSetupToken } from './setup-store.ts'
import { countUsers, insertUser } from './user-store.ts'

export class SetupTokenWrong extends AppError {
  readonly code = 'set_up_token_wrong'
  readonly status = 403
}

export interface SetUpCompany {
  /** Values of the company's settings by key. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly branch: { readonly code: string; readonly name: string }
  readonly admin: { readonly username: string; readonly fullName: string; readonly email: string; readonly locale: Locale; readonly passwordHash: string }
}

/** A new one-time token for the set-up page, for the terminal; null once the set-up is done. An earlier token stops working. */
export async function issueSetupToken(database: Database): Promise<string | null> {
  if (!(await isSetupNeeded(database.db))) return null
  const token = newSecret()
  await storeSetupToken(database.db, secretHash(token), database.clock.now())
  return token
}

/**
 * Checks the token of the set-up page inside the transaction that will use it up.
 * @throws Conflict 409 `set_up_done`, SetupTokenWrong 403.
 */
export async function checkSetupToken(tx: Tx, token: string): Promise<void> {
  const state = await lockSetup(tx)
  if (state?.completed_at != null || (await countUsers(tx)) > 0) throw new Conflict('set_up_done', 'The set-up is done; log in')
  if (state?.token_hash == null || !timingSafeEqual(state.token_hash, secretHash(token)))
    throw new SetupTokenWrong('This is not the token that was printed in the terminal last')
}

/**
 * Makes an empty installation a company: facts, first branch, first administrator. There is no other way to a first account, and no default one.
 * Works once; answers the administrator's id. @throws Conflict 409 `set_up_done`.
 */
export async function setUpCompany(tx: Tx, { facts, branch, admin }: SetUpCompany): Promise<bigint> {
  if ((await countUsers(tx)) > 0) throw new Conflict('set_up_done', 'The set-up is done; log in')
  await changeSettings(tx, { known: companySettings, values: facts })
  await createBranch(tx, { ...branch, phone: '', address: '' })
  const role = await selectRole(tx, { key: 'admin' })
  if (role === undefined) throw new Error('The built-in roles are missing; syncBuiltinRoles runs at every start')
  const userId = await insertUser(tx, {
    username: admin.username,
    fullName: admin.fullName,
    email: admin.email,
    phone: '',
    roleId: role.id,
    scopeKind: 'company',
    resellerId: null,
    locale: admin.locale,
  })
  await updatePasswordHash(tx, { userId, hash: admin.passwordHash, chosen: true })
  await completeSetup(tx)
  await recordEvent(tx, 'company.set_up', { subjectType: 'user', subjectId: userId, after: { admin: admin.username, ...facts } })
  return userId
}
