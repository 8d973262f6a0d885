import type { Permission } from './permissions.ts'

/** Which rows an actor may see. Every store function takes one; there is no default. */
export type Scope =
  | { readonly kind: 'company' }
  | { readonly kind: 'branches'; readonly branchIds: readonly bigint[] }
  | { readonly kind: 'reseller'; readonly resellerId: bigint }

/** Who acts: a person at a screen, a program with a token, or the system itself. */
export interface Actor {
  readonly kind: 'user' | 'token' | 'system'
  /** Null only for the system. */
  readonly userId: bigint | null
  /** Shown in audit rows: the user name, or the job's name. */
  readonly name: string
  /** The role's key, e.g. `admin`; `system` for the system. */
  readonly role: string
  readonly permissions: ReadonlySet<Permission>
  readonly scope: Scope
  readonly locale: Locale
  readonly ip: string | null
  readonly userAgent: string | null
}

export const LOCALES = ['en', 'bn'] as const
export type Locale = (typeof LOCALES)[number]

export const companyScope: Scope = { kind: 'company' }

/** The actor of jobs and the command line. Allowed everything, seen as such in the audit. */
export function systemActor(name: string, permissions: ReadonlySet<Permission>): Actor {
  return { kind: 'system', userId: null, name, role: 'system', permissions, scope: companyScope, locale: 'en', ip: null, userAgent: null }
}
