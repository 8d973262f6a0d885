import type { ConstraintMeanings } from '../../../platform/http/constraints.ts'

export { changeBox, createBox } from './boxes/change-box.ts'
export type { Light } from './light.ts'
export { forecastLight } from './forecast/forecast-light.ts'
export { selectOnuOfLine as findOnuOfLine } from './list/onus-store.ts'
export type { Onu } from './list/onus-store.ts'
export { jobs } from './jobs.ts'
export { linkOnu } from './links/link-onu.ts'
export { pollOlt } from './poll/poll-olt.ts'
export { routes } from './routes.ts'
export { onuSearch } from './search.ts'
export { lightLimits, pollMinutes, settings } from './settings.ts'
export { topics } from './topics.ts'

export const constraints: ConstraintMeanings = {
  boxes_name: { code: 'box_name_taken', status: 409, message: 'There is already a box with this name in the branch; choose another one', field: 'name' },
  boxes_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  boxes_area_id_fkey: { code: 'no_such_area', status: 422, message: 'There is no such area', field: 'area_id' },
  boxes_olt_id_fkey: { code: 'no_such_olt', status: 422, message: 'There is no such OLT', field: 'olt_id' },
}
