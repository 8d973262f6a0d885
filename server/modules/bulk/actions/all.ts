import type { AnyAction } from '../action.ts'
import { billClients, sendBills } from './bills.ts'
import { endSessions, setRouters } from './network.ts'
import { changePackages } from './package.ts'
import { changeTags, setAreas, setBranches, setPolicies } from './place.ts'
import { liftSuspensions, suspendLines } from './service.ts'
import { deleteClients, markLinesLeft, setAutoControls, setFlags } from './standing.ts'

/** What can be done to many clients at once, in the order in which it is offered. */
export const bulkActions = {
  change_package: changePackages,
  set_area: setAreas,
  set_branch: setBranches,
  change_tags: changeTags,
  set_policy: setPolicies,
  set_router: setRouters,
  end_session: endSessions,
  suspend: suspendLines,
  lift_suspension: liftSuspensions,
  set_flag: setFlags,
  set_auto_control: setAutoControls,
  bill: billClients,
  send_bill: sendBills,
  mark_left: markLinesLeft,
  delete: deleteClients,
} as const satisfies Readonly<Record<string, AnyAction>>

export type ActionName = keyof typeof bulkActions
export const ACTIONS = Object.keys(bulkActions) as ActionName[]
export const actionOf = (name: ActionName): AnyAction => bulkActions[name]
