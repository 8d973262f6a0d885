import type { ImportKind, ImportKindName } from '../import-kind.ts'
import { clientsKind } from './clients.ts'
import { packagesKind } from './packages.ts'
import { paymentsKind } from './payments.ts'
import { placesKind } from './places.ts'

/** A kind's own rows are its own matter: here they only go from its `check` to its `apply`. */
export const importKinds: Readonly<Record<ImportKindName, ImportKind<unknown>>> = {
  clients: clientsKind as ImportKind<unknown>,
  packages: packagesKind as ImportKind<unknown>,
  payments: paymentsKind as ImportKind<unknown>,
  places: placesKind as ImportKind<unknown>,
}
