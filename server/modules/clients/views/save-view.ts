import { Forbidden, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { deleteView, insertView, lockView } from './store.ts'
import type { SavedView } from './store.ts'

/** The views every installation has; `filter` is the query of `GET /clients`. */
export const BUILTIN_VIEWS = [
  { key: 'active', name_en: 'Active', name_bn: 'সক্রিয়', filter: { state: 'active' } },
  { key: 'expired', name_en: 'Expired', name_bn: 'মেয়াদ শেষ', filter: { state: 'expired', sort: 'expires_on' } },
  { key: 'suspended', name_en: 'Suspended', name_bn: 'স্থগিত', filter: { state: 'suspended' } },
  { key: 'pending', name_en: 'Not yet connected', name_bn: 'সংযোগ বাকি', filter: { state: 'pending' } },
  { key: 'owing', name_en: 'Owing', name_bn: 'বকেয়া', filter: { owes: 'true', sort: '-balance' } },
  { key: 'left', name_en: 'Left', name_bn: 'ছেড়ে গেছেন', filter: { state: 'left' } },
  { key: 'deleted', name_en: 'Deleted', name_bn: 'মুছে ফেলা', filter: { deleted: 'true' } },
  { key: 'whitelist', name_en: 'Whitelist', name_bn: 'হোয়াইটলিস্ট', filter: { whitelist: 'true' } },
  { key: 'vip', name_en: 'VIP', name_bn: 'ভিআইপি', filter: { vip: 'true' } },
  { key: 'no_router', name_en: 'Without a router', name_bn: 'রাউটার ছাড়া', filter: { has_router: 'false' } },
] as const

export interface SaveView {
  readonly entity: string
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
  /** For everybody instead of for oneself. */
  readonly isShared: boolean
}

/** Keeps a filter under a name. Not repeatable: the same name again is refused. @throws Forbidden 403 for a shared one without settings.edit. */
export async function saveView(tx: Tx, { entity, name, filter, isShared }: SaveView): Promise<SavedView> {
  if (isShared && !tx.actor.permissions.has('settings.edit'))
    throw new Forbidden('You need the permission settings.edit to share a view with everybody', { permission: 'settings.edit' })
  const saved = await insertView(tx, { userId: isShared ? null : tx.actor.userId, entity, name, filter })
  await recordEvent(tx, 'saved_view.saved', { subjectType: 'saved_view', subjectId: saved.id, after: { ...saved } })
  return saved
}

/** Forgets a view. @throws NotFound 404 for somebody else's, Forbidden 403 for a shared one without settings.edit. */
export async function forgetView(tx: Tx, viewId: bigint): Promise<void> {
  const view = await lockView(tx, viewId)
  if (view === undefined || (view.user_id !== null && view.user_id !== tx.actor.userId)) throw NotFound.of('view', viewId)
  if (view.user_id === null && !tx.actor.permissions.has('settings.edit'))
    throw new Forbidden('You need the permission settings.edit to forget a shared view', { permission: 'settings.edit' })
  await deleteView(tx, viewId)
  await recordEvent(tx, 'saved_view.forgotten', { subjectType: 'saved_view', subjectId: viewId, before: { ...view } })
}
