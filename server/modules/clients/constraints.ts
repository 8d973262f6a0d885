import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

/** What a refused row of a client or a line means to the person who caused it. */
export const constraints: ConstraintMeanings = {
  clients_code_key: { code: 'client_code_taken', status: 409, message: 'There is already a client with this code', field: 'code' },
  clients_nid: { code: 'nid_taken', status: 409, message: 'Another client has this national identity number', field: 'nid' },
  clients_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  clients_area_id_fkey: { code: 'no_such_area', status: 422, message: 'There is no such area', field: 'area_id' },
  clients_reseller_id_fkey: { code: 'no_such_reseller', status: 422, message: 'There is no such reseller', field: 'reseller_id' },
  clients_vat_rate_id_fkey: { code: 'no_such_vat_rate', status: 422, message: 'There is no such VAT rate', field: 'vat_rate_id' },
  subscriptions_login: { code: 'pppoe_login_taken', status: 409, message: 'Another line has this PPPoE login', field: 'pppoe_login' },
  subscriptions_static_ip: { code: 'static_ip_taken', status: 409, message: 'Another line has this static address', field: 'static_ip' },
  subscriptions_billing_policy_id_fkey: { code: 'no_such_policy', status: 422, message: 'There is no such billing policy', field: 'billing_policy_id' },
  pauses_open: { code: 'already_paused', status: 409, message: 'This line is already paused' },
  terms_do_not_overlap: { code: 'terms_overlap', status: 409, message: 'Somebody else changed the terms of this line; load it again' },
  custom_fields_entity_key_key: { code: 'already_exists', status: 409, message: 'There is already a field with this key', field: 'key' },
  saved_views_name_key: { code: 'already_exists', status: 409, message: 'There is already a view with this name', field: 'name' },
  signup_requests_area_id_fkey: { code: 'no_such_area', status: 422, message: 'There is no such area', field: 'area_id' },
  signup_requests_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  signup_requests_package_id_fkey: { code: 'no_such_package', status: 422, message: 'There is no such package', field: 'package_id' },
}
