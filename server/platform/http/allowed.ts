import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { en } from '../i18n/en.ts'
import { permissionName, translate } from '../i18n/translate.ts'

/** Why something may not be done: each code has its sentence under `refusal.` in both languages. */
export type Refusal = Extract<keyof typeof en, `refusal.${string}`> extends `refusal.${infer Code}` ? Code : never

/** Whether something may be done now, and if not, why: a stable code and a sentence in the person's language. */
export type Allowed = { readonly ok: true } | { readonly ok: false; readonly code: Refusal; readonly reason: string }

/** A missing permission comes before what the state of things speaks against; `values` are what the sentence of the refusal names. */
export function allow(actor: Actor, permission: Permission, refusal: Refusal | null, values: Readonly<Record<string, number>> = {}): Allowed {
  const code: Refusal | null = actor.permissions.has(permission) ? refusal : 'permission'
  return code === null
    ? { ok: true }
    : { ok: false, code, reason: translate(actor.locale, `refusal.${code}`, { permission: permissionName(actor.locale, permission), ...values }) }
}
