import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { ImportState } from './store.ts'

export const importNotFound = (id: bigint): NotFound => NotFound.of('import', id)

export const wrongImportState = (state: ImportState, what: string): Conflict =>
  new Conflict('wrong_import_state', `This import is ${state}; ${what}`, { state })
