import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

export { createArea, createBranch } from './change-branch.ts'
export { routes } from './routes.ts'
export { areasIn, CONNECTIONS } from './store.ts'
export type { Area, Branch, Reseller } from './store.ts'

export const constraints: ConstraintMeanings = {
  branches_code_key: { code: 'branch_code_taken', status: 409, message: 'There is already a branch with this code; choose another one', field: 'code' },
  resellers_code_key: { code: 'reseller_code_taken', status: 409, message: 'There is already a reseller with this code; choose another one', field: 'code' },
  areas_name_key: { code: 'already_exists', status: 409, message: 'There is already an area with this name here', field: 'name' },
}
