/** The tables as types; made from the migrated database by `npm run db:types`. */
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface Access {
  applied_hash: Buffer | null;
  applied_revision: Generated<bigint>;
  changed_at: Temporal.Instant;
  desired_on: boolean;
  download_kbps: number | null;
  hash: Buffer;
  last_error: string | null;
  may_adopt: Generated<boolean>;
  must_redial: Generated<boolean>;
  observed: Json | null;
  observed_at: Temporal.Instant | null;
  profile: Generated<string>;
  revision: Generated<bigint>;
  right_as: Buffer | null;
  static_ip: string | null;
  subscription_id: bigint;
  upload_kbps: number | null;
}

export interface AccessReasons {
  note: Generated<string>;
  reason: string;
  recorded_by: bigint | null;
  since: Temporal.Instant;
  subscription_id: bigint;
  until: Temporal.PlainDate | null;
}

export interface AccountDays {
  account_id: bigint;
  branch_id: Generated<bigint>;
  credit_minor: Generated<bigint>;
  day: Temporal.PlainDate;
  debit_minor: Generated<bigint>;
  wallet_id: Generated<bigint>;
}

export interface Accounts {
  code: string;
  control_of: string | null;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  name_bn: string;
  name_en: string;
  normal_side: string;
  type: string;
}

export interface AddressTraces {
  address: string;
  decided_at: Temporal.Instant | null;
  decided_by: bigint | null;
  found: Json;
  from_at: Temporal.Instant;
  id: Generated<bigint>;
  is_approved: boolean | null;
  port: number | null;
  reason: string;
  reference: string;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  until_at: Temporal.Instant;
}

export interface Allocations {
  amount_minor: bigint;
  booked_on: Temporal.PlainDate;
  client_id: bigint;
  created_at: Temporal.Instant;
  created_by: bigint | null;
  id: Generated<bigint>;
  invoice_id: bigint;
  payment_id: bigint;
  reason: Generated<string>;
  reverses_id: bigint | null;
}

export interface ApiTokens {
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant | null;
  id: Generated<bigint>;
  last_used_at: Temporal.Instant | null;
  name: string;
  prefix: string;
  revoked_at: Temporal.Instant | null;
  scopes: string[];
  token_hash: Buffer;
  user_id: bigint;
}

export interface Areas {
  branch_id: bigint | null;
  colour: Generated<string>;
  connections: Generated<string>;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  name: string;
  parent_id: bigint | null;
  polygon: Json | null;
}

export interface AuditEvents {
  action: string;
  actor_id: bigint | null;
  actor_kind: string;
  actor_name: string;
  after: Json | null;
  at: Temporal.Instant;
  before: Json | null;
  branch_id: bigint | null;
  client_id: bigint | null;
  content_hash: Buffer;
  id: Generated<bigint>;
  ip: string | null;
  request_id: string | null;
  reseller_id: bigint | null;
  subject_id: bigint | null;
  subject_type: string;
  user_agent: string | null;
}

export interface BilledPeriods {
  charge_id: bigint;
  ends_on: Temporal.PlainDate;
  invoice_id: bigint | null;
  line_no: number | null;
  reason: string | null;
  starts_on: Temporal.PlainDate;
}

export interface BillingMonthFolds {
  folded_until: Temporal.Instant;
  is_only: Generated<boolean>;
}

export interface BillingMonths {
  billed_minor: Generated<bigint>;
  branch_id: bigint;
  collected_minor: Generated<bigint>;
  credit_notes: Generated<bigint>;
  credited_minor: Generated<bigint>;
  invoices: Generated<bigint>;
  is_opening: boolean;
  month: Temporal.PlainDate;
  reseller_id: bigint;
  voided_minor: Generated<bigint>;
  voids: Generated<bigint>;
  written_off_minor: Generated<bigint>;
}

export interface BillingPolicies {
  change_refund: Generated<string>;
  charge_while_paused: Generated<boolean>;
  charge_while_suspended: Generated<boolean>;
  code: string;
  created_at: Generated<Temporal.Instant>;
  due_days: Generated<number>;
  first_period: Generated<string>;
  grace_days: Generated<number>;
  id: Generated<bigint>;
  is_default: Generated<boolean>;
  late_fee_bp: Generated<number>;
  late_fee_minor: Generated<bigint>;
  late_renewal: Generated<string>;
  name: string;
  package_change: Generated<string>;
  package_change_fee_minor: Generated<bigint>;
  prepaid_change: Generated<string>;
  proration: Generated<string>;
}

export interface Boxes {
  area_id: bigint | null;
  branch_id: bigint;
  created_at: Temporal.Instant;
  id: Generated<bigint>;
  kind: Generated<string>;
  latitude: number | null;
  longitude: number | null;
  name: string;
  note: Generated<string>;
  olt_id: bigint | null;
  parent_id: bigint | null;
  pon: string | null;
  ports: Generated<number>;
  updated_at: Temporal.Instant;
  version: Generated<number>;
}

export interface Branches {
  address: Generated<string>;
  code: string;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  name: string;
  phone: Generated<string>;
}

export interface BulkItems {
  bulk_job_id: bigint;
  client_id: bigint;
  credit_minor: Generated<bigint>;
  errors: Generated<Json>;
  facts: Generated<Json>;
  given: Json | null;
  item_no: number;
  receivable_minor: Generated<bigint>;
  state: Generated<string>;
  subscription_id: bigint | null;
  undo: Json | null;
}

export interface BulkJobs {
  action: string;
  counts: Generated<Json>;
  created_at: Temporal.Instant;
  created_by: bigint | null;
  credit_minor: Generated<bigint>;
  error: string | null;
  finished_at: Temporal.Instant | null;
  id: Generated<bigint>;
  params: Json;
  receivable_minor: Generated<bigint>;
  selection: Json;
  started_at: Temporal.Instant | null;
  started_by: bigint | null;
  state: Generated<string>;
  undoes_id: bigint | null;
}

export interface Charges {
  billed_until: Temporal.PlainDate;
  client_id: bigint;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  description: Generated<string>;
  ends_on: Temporal.PlainDate | null;
  id: Generated<bigint>;
  item: string;
  kind: string;
  quantity_milli: Generated<bigint>;
  reason: Generated<string>;
  starts_on: Temporal.PlainDate;
  subscription_id: bigint | null;
  unit_price_minor: bigint | null;
  vat_inclusive: Generated<boolean>;
  vat_rate_id: bigint | null;
}

export interface ClientBalances {
  client_id: bigint;
  credit_minor: Generated<bigint>;
  receivable_minor: Generated<bigint>;
}

export interface ClientDocuments {
  client_id: bigint;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  file_id: bigint;
  id: Generated<bigint>;
  kind: string;
  removed_at: Temporal.Instant | null;
  title: Generated<string>;
}

export interface ClientList {
  area_id: bigint | null;
  branch_id: bigint;
  client_id: bigint;
  code: string;
  connection_kind: string | null;
  expires_on: Temporal.PlainDate | null;
  is_deleted: boolean;
  is_vip: boolean;
  is_whitelisted: boolean;
  joined_on: Temporal.PlainDate;
  package_id: bigint | null;
  reseller_id: bigint | null;
  router_id: bigint | null;
  sort_name: string;
  state: string;
  subscription_id: bigint;
  tags: string[];
}

export interface ClientListSource {
  area_id: bigint | null;
  branch_id: bigint | null;
  client_id: bigint | null;
  code: string | null;
  connection_kind: string | null;
  expires_on: Temporal.PlainDate | null;
  is_deleted: boolean | null;
  is_vip: boolean | null;
  is_whitelisted: boolean | null;
  joined_on: Temporal.PlainDate | null;
  package_id: bigint | null;
  reseller_id: bigint | null;
  router_id: bigint | null;
  sort_name: string | null;
  state: string | null;
  subscription_id: bigint | null;
  tags: string[] | null;
}

export interface ClientNotes {
  body: string;
  client_id: bigint;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  id: Generated<bigint>;
  is_pinned: Generated<boolean>;
}

export interface Clients {
  address: Generated<string>;
  area_id: bigint | null;
  branch_id: bigint;
  client_type: Generated<string>;
  code: string;
  created_at: Generated<Temporal.Instant>;
  custom: Generated<Json>;
  deleted_at: Temporal.Instant | null;
  district: Generated<string>;
  email: Generated<string>;
  gender: string | null;
  id: Generated<bigint>;
  is_vat_exempt: Generated<boolean>;
  is_vip: Generated<boolean>;
  is_whitelisted: Generated<boolean>;
  joined_on: Temporal.PlainDate;
  kind: Generated<string>;
  latitude: number | null;
  locale: Generated<string>;
  longitude: number | null;
  name: string;
  nid_index: Buffer | null;
  nid_last4: Generated<string>;
  nid_sealed: Buffer | null;
  nid_verified_at: Temporal.Instant | null;
  nid_verified_by: bigint | null;
  phone: string;
  phone_alternative: Generated<string>;
  photo_file_id: bigint | null;
  reseller_id: bigint | null;
  search: Generated<string | null>;
  tags: Generated<string[]>;
  upazila: Generated<string>;
  updated_at: Generated<Temporal.Instant>;
  vat_rate_id: bigint | null;
  vat_registration: Generated<string>;
  version: Generated<number>;
  vip_reason: Generated<string>;
  vip_set_at: Temporal.Instant | null;
  vip_set_by: bigint | null;
  vip_until: Temporal.PlainDate | null;
  whitelist_reason: Generated<string>;
  whitelist_set_at: Temporal.Instant | null;
  whitelist_set_by: bigint | null;
  whitelist_until: Temporal.PlainDate | null;
}

export interface ClientTags {
  created_at: Generated<Temporal.Instant>;
  name: string;
}

export interface CodeCounters {
  name: string;
  next: Generated<bigint>;
}

export interface CreditNoteLines {
  credit_note_id: bigint;
  discount_minor: Generated<bigint>;
  ends_on: Temporal.PlainDate | null;
  explain: Json;
  invoice_id: bigint;
  invoice_line_no: number;
  line_no: number;
  net_minor: bigint;
  starts_on: Temporal.PlainDate | null;
  total_minor: bigint;
  vat_minor: Generated<bigint>;
}

export interface CreditNotes {
  approved_by: bigint | null;
  branch_id: bigint;
  client_id: bigint;
  code: string;
  discount_minor: Generated<bigint>;
  id: Generated<bigint>;
  invoice_id: bigint;
  issued_at: Temporal.Instant;
  issued_by: bigint | null;
  issued_on: Temporal.PlainDate;
  kind: string;
  net_minor: bigint;
  number: bigint;
  reason: string;
  reseller_id: bigint | null;
  series_id: bigint;
  total_minor: bigint;
  vat_minor: Generated<bigint>;
}

export interface CustomFields {
  choices: Generated<string[]>;
  entity: string;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  is_required: Generated<boolean>;
  key: string;
  label_bn: string;
  label_en: string;
  type: string;
}

export interface DepositMovements {
  amount_minor: bigint;
  booked_on: Temporal.PlainDate;
  client_id: bigint;
  id: Generated<bigint>;
  kind: string;
  method: string | null;
  payment_id: bigint | null;
  reason: Generated<string>;
  receipt_code: string | null;
  receipt_number: bigint | null;
  receipt_series_id: bigint | null;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
  wallet_id: bigint | null;
}

export interface DeviceLeases {
  device_id: string;
  fence: Generated<bigint>;
  owner: string;
  until: Temporal.Instant;
  wanted_at: Temporal.Instant | null;
}

export interface DiscountRequests {
  amount_minor: bigint;
  client_id: bigint;
  credit_note_id: bigint | null;
  decided_at: Temporal.Instant | null;
  decided_by: bigint | null;
  decision_note: Generated<string>;
  id: Generated<bigint>;
  invoice_id: bigint;
  kind: string;
  reason: string;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  state: Generated<string>;
}

export interface DoctorResults {
  finished_at: Temporal.Instant;
  id: Generated<bigint>;
  is_ok: boolean;
  occasion: string;
  requested_by: bigint | null;
  results: Json;
  started_at: Temporal.Instant;
}

export interface Entries {
  booked_on: Temporal.PlainDate;
  content_hash: Buffer;
  document_id: bigint;
  document_kind: string;
  id: Generated<bigint>;
  kind: string;
  memo: string | null;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
  reverses_id: bigint | null;
}

export interface EntrySources {
  booked_on: Temporal.PlainDate;
  document_id: bigint;
  entry_id: bigint;
  kind: string;
}

export interface Exports {
  columns: Generated<string[]>;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  error: string | null;
  file_id: bigint | null;
  file_name: Generated<string>;
  filter: Generated<Json>;
  finished_at: Temporal.Instant | null;
  format: string;
  id: Generated<bigint>;
  list: string;
  options: Generated<Json>;
  row_count: Generated<bigint>;
  state: Generated<string>;
}

export interface Files {
  client_id: bigint | null;
  content_type: string;
  created_at: Temporal.Instant;
  created_by: bigint | null;
  id: Generated<bigint>;
  kind: string;
  name: string;
  sha256: Buffer;
  size_bytes: bigint;
  storage_key: string;
}

export interface Holidays {
  day: Temporal.PlainDate;
  name: string;
}

export interface IdempotencyKeys {
  actor: string;
  created_at: Temporal.Instant;
  key: string;
  request_hash: Buffer;
  response: Json | null;
  status: number | null;
}

export interface ImportRows {
  entity_id: bigint | null;
  errors: Generated<Json>;
  import_id: bigint;
  keys: Generated<string[]>;
  raw: Json;
  row_no: number;
  source_id: string | null;
  state: string;
}

export interface Imports {
  columns: Generated<string[]>;
  counts: Generated<Json>;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  cursor_row: Generated<number>;
  error: string | null;
  file_id: bigint | null;
  file_name: Generated<string>;
  finished_at: Temporal.Instant | null;
  format: Generated<string>;
  id: Generated<bigint>;
  kind: string;
  mapping: Generated<Json>;
  options: Generated<Json>;
  row_count: Generated<number>;
  sample: Generated<Json>;
  state: Generated<string>;
}

export interface ImportSources {
  created_at: Generated<Temporal.Instant>;
  entity: string;
  entity_id: bigint;
  source: string;
  source_id: string;
}

export interface IncidentCredits {
  client_id: bigint;
  credit_note_id: bigint | null;
  cycle_days: Generated<number>;
  days: Generated<number>;
  decided_at: Temporal.Instant | null;
  decided_by: bigint | null;
  decision_note: Generated<string>;
  drafted_at: Temporal.Instant;
  drafted_by: bigint | null;
  id: Generated<bigint>;
  incident_id: bigint;
  invoice_id: bigint | null;
  line_no: number | null;
  minutes: number;
  net_minor: Generated<bigint>;
  price_minor: Generated<bigint>;
  state: string;
  subscription_id: bigint;
  total_minor: Generated<bigint>;
  vat_minor: Generated<bigint>;
  why: string | null;
}

export interface IncidentLooks {
  looked_at: Temporal.Instant | null;
  olt_id: bigint;
  polled_at: Temporal.Instant | null;
}

export interface IncidentOnus {
  client_id: bigint | null;
  down_at: Temporal.Instant;
  incident_id: bigint;
  onu_id: bigint;
  onu_index: number;
  pon: string;
  reason: string;
  subscription_id: bigint | null;
  up_at: Temporal.Instant | null;
}

export interface Incidents {
  area_id: bigint | null;
  began_at: Temporal.Instant;
  box_id: bigint | null;
  clients: Generated<number>;
  close_reason: string | null;
  closed_by: bigint | null;
  ended_at: Temporal.Instant | null;
  found_at: Temporal.Instant;
  id: Generated<bigint>;
  is_public: Generated<boolean>;
  is_text_edited: Generated<boolean>;
  kind: string;
  lines: Generated<number>;
  merged_into_id: bigint | null;
  monthly_minor: Generated<bigint>;
  node: string;
  note: Generated<string>;
  olt_id: bigint;
  onus: Generated<number>;
  onus_back: Generated<number>;
  onus_of: Generated<number>;
  pon: string | null;
  text_bn: Generated<string>;
  text_en: Generated<string>;
  version: Generated<number>;
}

export interface InvoiceBalances {
  allocated_minor: Generated<bigint>;
  client_id: bigint;
  credited_minor: Generated<bigint>;
  due_on: Temporal.PlainDate;
  invoice_id: bigint;
  open_minor: Generated<bigint>;
  total_minor: bigint;
  voided_minor: Generated<bigint>;
  written_off_minor: Generated<bigint>;
}

export interface InvoiceDrafts {
  client_id: bigint;
  content: Json;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  finalized_invoice_id: bigint | null;
  id: Generated<bigint>;
  updated_at: Generated<Temporal.Instant>;
}

export interface InvoiceLines {
  charge_id: bigint | null;
  description: string;
  discount_minor: Generated<bigint>;
  ends_on: Temporal.PlainDate;
  explain: Json;
  invoice_id: bigint;
  item: string;
  line_no: number;
  net_minor: bigint;
  package_version_id: bigint | null;
  quantity_milli: bigint;
  starts_on: Temporal.PlainDate;
  subscription_id: bigint | null;
  total_minor: bigint;
  unit_price_minor: bigint;
  vat_bp: Generated<number>;
  vat_inclusive: Generated<boolean>;
  vat_minor: Generated<bigint>;
}

export interface InvoiceRuns {
  changes: Generated<Json>;
  created_at: Generated<Temporal.Instant>;
  cursor_client_id: Generated<bigint>;
  difference_bp: bigint | null;
  error: string | null;
  expected_count: bigint | null;
  expected_total_minor: bigint | null;
  finished_at: Temporal.Instant | null;
  id: Generated<bigint>;
  issued_count: Generated<bigint>;
  issued_on: Temporal.PlainDate;
  issued_total_minor: Generated<bigint>;
  month: Temporal.PlainDate;
  parked_count: Generated<bigint>;
  previous_count: bigint | null;
  previous_total_minor: bigint | null;
  release_after: Temporal.Instant | null;
  release_requested_by: bigint | null;
  released_by: bigint | null;
  requested_by: bigint | null;
  scope: Generated<Json>;
  started_at: Temporal.Instant | null;
  starts_itself: Generated<boolean>;
  state: Generated<string>;
}

export interface Invoices {
  branch_id: bigint;
  buyer: Json;
  client_id: bigint;
  code: string;
  discount_minor: Generated<bigint>;
  due_on: Temporal.PlainDate;
  id: Generated<bigint>;
  issued_at: Temporal.Instant;
  issued_by: bigint | null;
  issued_on: Temporal.PlainDate;
  kind: string;
  month: Temporal.PlainDate;
  net_minor: bigint;
  number: bigint;
  reseller_id: bigint | null;
  run_id: bigint | null;
  seller_id: bigint | null;
  series_id: bigint;
  template_version: Generated<number>;
  total_minor: bigint;
  vat_minor: Generated<bigint>;
}

export interface JobRuns {
  attempt: Generated<number>;
  created_at: Temporal.Instant;
  error: string | null;
  finished_at: Temporal.Instant | null;
  id: Generated<bigint>;
  key: string | null;
  name: string;
  progress: Json | null;
  queue_id: string;
  requested_by: bigint | null;
  started_at: Temporal.Instant | null;
  state: Generated<string>;
}

export interface LateFeeChanges {
  charge_id: bigint | null;
  created_at: Temporal.Instant;
  created_by: bigint | null;
  fee_minor: bigint;
  id: Generated<bigint>;
  invoice_id: bigint;
}

export interface LateFees {
  after_allocation: bigint | null;
  base_minor: bigint | null;
  charge_id: bigint;
  charged_on: Temporal.PlainDate | null;
  client_id: bigint | null;
  created_at: Temporal.Instant;
  fee_minor: bigint | null;
  fixed_minor: bigint | null;
  invoice_id: bigint;
  rate_bp: number | null;
}

export interface LateFeeStanding {
  charged_on: Temporal.PlainDate | null;
  client_id: bigint | null;
  due_minor: bigint | null;
  fee_minor: bigint | null;
  invoice_id: bigint | null;
}

export interface LoginAttempts {
  at: Temporal.Instant;
  id: Generated<bigint>;
  ip: string | null;
  outcome: string;
  user_agent: string | null;
  user_id: bigint | null;
  username: string;
}

export interface ManualEntries {
  booked_on: Temporal.PlainDate;
  created_at: Temporal.Instant;
  created_by: bigint | null;
  id: Generated<bigint>;
  memo: string;
  reverses_id: bigint | null;
}

export interface MessageAttempts {
  address: string;
  attempt_no: number;
  channel: string;
  client_id: bigint | null;
  created_at: Temporal.Instant;
  error: string | null;
  finished_at: Temporal.Instant | null;
  locale: string;
  message_id: bigint;
  outcome: string | null;
  reference: string | null;
  started_at: Temporal.Instant;
  text: string;
}

export interface MessageKeys {
  created_at: Temporal.Instant;
  dedupe_key: string;
}

export interface Months {
  closed_at: Temporal.Instant | null;
  closed_by: bigint | null;
  month: Temporal.PlainDate;
}

export interface NumberSeries {
  document_kind: string;
  fiscal_year: number;
  id: Generated<bigint>;
  next: Generated<bigint>;
  owner: string;
  pattern: string;
}

export interface OltConsoleLines {
  answer: string | null;
  asked_at: Temporal.Instant;
  began_at: Temporal.Instant | null;
  confirm: string | null;
  console_id: bigint;
  done_at: Temporal.Instant | null;
  id: Generated<bigint>;
  is_cut: Generated<boolean>;
  is_read_only: boolean;
  is_whole: boolean | null;
  line: string;
  line_sealed: Buffer | null;
  message: string | null;
  ms: number | null;
  olt_id: bigint;
  prompt: string | null;
  question: string | null;
  refusal: string | null;
  stands_at: string | null;
  state: Generated<string>;
  told: string | null;
  trouble: string | null;
  user_id: bigint;
}

export interface OltConsoles {
  began_at: Temporal.Instant;
  id: Generated<bigint>;
  last_at: Temporal.Instant;
  olt_id: bigint;
  user_id: bigint;
}

export interface OltHealth {
  cpu_percent: number | null;
  description: Generated<string>;
  error: string | null;
  error_kind: string | null;
  failed_at: Temporal.Instant | null;
  failures: Generated<number>;
  firmware: Generated<string>;
  memory_percent: number | null;
  model: Generated<string>;
  olt_id: bigint;
  retry_at: Temporal.Instant | null;
  seen_at: Temporal.Instant | null;
  temperature_c: number | null;
  uptime_seconds: bigint | null;
}

export interface OltInterfaces {
  description: Generated<string>;
  is_enabled: boolean | null;
  is_up: boolean | null;
  kind: string;
  name: string;
  olt_id: bigint;
  rx_centi_dbm: number | null;
  seen_at: Temporal.Instant;
  since: Temporal.Instant;
  speed_mbps: bigint | null;
  temperature_c: number | null;
  tx_centi_dbm: number | null;
}

export interface OltInterfaceSamples {
  at: Temporal.Instant;
  is_up: boolean | null;
  name: string;
  olt_id: bigint;
  rx_centi_dbm: number | null;
  temperature_c: number | null;
  tx_centi_dbm: number | null;
}

export interface OltPolls {
  began_at: Temporal.Instant | null;
  completed_at: Temporal.Instant | null;
  due_at: Temporal.Instant;
  is_complete: boolean | null;
  kind: string;
  ms: number | null;
  olt_id: bigint;
  problems: Generated<string[]>;
  rows: number | null;
  source: string | null;
}

export interface Olts {
  allows_legacy_ssh: Generated<boolean>;
  branch_id: bigint;
  cli: Generated<string>;
  cli_port: Generated<number>;
  created_at: Temporal.Instant;
  enable_password_sealed: Buffer | null;
  host: string;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  is_writable: Generated<boolean>;
  latitude: number | null;
  longitude: number | null;
  name: string;
  password_sealed: Buffer | null;
  pons: string[] | null;
  profile: string | null;
  snmp: Generated<string>;
  snmp_auth: string | null;
  snmp_auth_key_sealed: Buffer | null;
  snmp_community_sealed: Buffer | null;
  snmp_port: Generated<number>;
  snmp_priv: string | null;
  snmp_priv_key_sealed: Buffer | null;
  snmp_user: Generated<string>;
  ssh_host_key: string | null;
  updated_at: Temporal.Instant;
  username: Generated<string>;
  version: Generated<number>;
}

export interface OltTasks {
  accepts_unverified: boolean;
  began_at: Temporal.Instant | null;
  done_at: Temporal.Instant | null;
  id: Generated<bigint>;
  identity: string | null;
  is_saved: boolean | null;
  lines: Json;
  message: string | null;
  must: string;
  olt_id: bigint;
  onu_id: bigint | null;
  onu_index: number;
  pon: string;
  profile: string;
  read_back: Json | null;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  save_lines: Json;
  state: Generated<string>;
  stopped_at: Json | null;
  subscription_id: bigint | null;
  transcript: Generated<Json>;
  trouble: string | null;
  verb: string;
  wish: Json;
}

export interface OltVerifiedWrites {
  firmware: string;
  model: string;
  olt_id: bigint;
  profile: string;
  task_id: bigint | null;
  verb: string;
  verified_at: Temporal.Instant;
}

export interface OnuAbsorptions {
  at: Temporal.Instant;
  nameless_id: bigint;
  olt_id: bigint;
  onu_id: bigint;
}

export interface OnuEvents {
  at: Temporal.Instant;
  cause: string | null;
  detail: Generated<Json>;
  id: Generated<bigint>;
  is_now: string | null;
  kind: string;
  olt_id: bigint;
  onu_id: bigint;
  pon: string;
  raw_cause: string | null;
  was: string | null;
}

export interface OnuForecasts {
  computed_at: Temporal.Instant;
  crosses_on: Temporal.PlainDate | null;
  days: number;
  now_centi_dbm: number;
  onu_id: bigint;
  slope_centi_per_1000_days: number;
}

export interface OnuLinks {
  id: Generated<bigint>;
  linked_by: bigint | null;
  onu_id: bigint;
  reason: Generated<Json>;
  since: Temporal.Instant;
  source: string;
  subscription_id: bigint;
  unlinked_by: bigint | null;
  until: Temporal.Instant | null;
}

export interface OnuLinkSuggestions {
  found_at: Temporal.Instant;
  onu_id: bigint;
  reasons: Json;
  rejected_at: Temporal.Instant | null;
  rejected_by: bigint | null;
  score: number;
  subscription_id: bigint;
}

export interface OnuMacs {
  first_seen_at: Temporal.Instant;
  mac: string;
  onu_id: bigint;
  seen_at: Temporal.Instant;
  vlan: number | null;
}

export interface OnuPlaces {
  olt_id: bigint;
  onu_id: bigint;
  onu_index: number;
  pon: string;
  since: Temporal.Instant;
  until: Temporal.Instant | null;
}

export interface Onus {
  bias_ma: number | null;
  box_id: bigint | null;
  box_port: number | null;
  cause: string | null;
  description: Generated<string>;
  distance_m: number | null;
  first_seen_at: Temporal.Instant;
  id: Generated<bigint>;
  is_present: Generated<boolean>;
  light: Generated<string>;
  light_seen: Generated<string>;
  light_since: Temporal.Instant | null;
  mac: string | null;
  measured_at: Temporal.Instant | null;
  model: Generated<string>;
  olt_id: bigint;
  olt_rx_centi_dbm: number | null;
  onu_index: number;
  pon: string;
  raw_cause: string | null;
  raw_serial: string | null;
  raw_state: string | null;
  rx_centi_dbm: number | null;
  search: Generated<string | null>;
  serial: string | null;
  since: Temporal.Instant;
  state: string;
  temperature_c: number | null;
  tx_centi_dbm: number | null;
  version: Generated<number>;
  voltage_v: number | null;
}

export interface OpeningBalances {
  amount_minor: bigint;
  booked_on: Temporal.PlainDate;
  client_id: bigint | null;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  id: Generated<bigint>;
  reason: string;
  wallet_id: bigint | null;
}

export interface OpticalFolds {
  day: Temporal.PlainDate;
  folded_at: Temporal.Instant;
}

export interface OpticalHours {
  day: Temporal.PlainDate;
  hours: number[];
  onu_id: bigint;
}

export interface OpticalSamples {
  at: Temporal.Instant;
  olt_rx_centi_dbm: number | null;
  onu_id: bigint;
  rx_centi_dbm: number | null;
  temperature_c: number | null;
  tx_centi_dbm: number | null;
}

export interface OutboxMessages {
  attempts: Generated<number>;
  client_id: bigint | null;
  closed_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  dedupe_key: string;
  id: Generated<bigint>;
  kind: string;
  locale: Generated<string>;
  not_before: Temporal.Instant;
  payload: Generated<Json>;
  state: Generated<string>;
  user_id: bigint | null;
  why: string | null;
}

export interface Packages {
  code: string;
  created_at: Generated<Temporal.Instant>;
  description: Generated<string>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  name: string;
  version: Generated<number>;
}

export interface PackageVersions {
  approval_no: Generated<string>;
  approved_on: Temporal.PlainDate | null;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  download_kbps: number;
  id: Generated<bigint>;
  package_id: bigint;
  price_minor: bigint;
  router_profile: Generated<string>;
  starts_on: Temporal.PlainDate;
  upload_kbps: number;
  validity_count: Generated<number>;
  validity_unit: Generated<string>;
  vat_inclusive: Generated<boolean>;
  vat_rate_id: bigint | null;
  version_no: number;
}

export interface PasswordResetLinks {
  created_at: Temporal.Instant;
  created_by: bigint | null;
  expires_at: Temporal.Instant;
  token_hash: Buffer;
  used_at: Temporal.Instant | null;
  user_id: bigint;
}

export interface Pauses {
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  ends_on: Temporal.PlainDate | null;
  id: Generated<bigint>;
  kind: string;
  reason: Generated<string>;
  starts_on: Temporal.PlainDate;
  subscription_id: bigint;
}

export interface PaymentBalances {
  client_id: bigint;
  payment_id: bigint;
  remaining_minor: bigint;
  value_on: Temporal.PlainDate;
}

export interface PaymentPromises {
  client_id: bigint;
  ended_at: Temporal.Instant | null;
  ended_by: bigint | null;
  id: Generated<bigint>;
  made_at: Temporal.Instant;
  made_by: bigint | null;
  made_on: Temporal.PlainDate;
  note: string;
  overdue_minor: bigint;
  promised_on: Temporal.PlainDate;
  state: Generated<string>;
}

export interface PaymentReversals {
  booked_on: Temporal.PlainDate;
  id: Generated<bigint>;
  kind: string;
  payment_id: bigint;
  reason: string;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
}

export interface Payments {
  amount_minor: bigint;
  branch_id: bigint | null;
  client_id: bigint | null;
  gateway_id: bigint | null;
  id: Generated<bigint>;
  method: string;
  note: Generated<string>;
  receipt_code: string | null;
  receipt_number: bigint | null;
  receipt_series_id: bigint | null;
  received_by: bigint | null;
  recorded_at: Temporal.Instant;
  reseller_id: bigint | null;
  rounding_minor: Generated<bigint>;
  source: Generated<string>;
  source_ref: string | null;
  trx_id: string | null;
  value_on: Temporal.PlainDate;
  wallet_id: bigint | null;
}

export interface PaymentTrxIds {
  method: string;
  payment_id: bigint;
  trx_id: string;
}

export interface Postings {
  account_id: bigint;
  amount_minor: bigint;
  booked_on: Temporal.PlainDate;
  branch_id: bigint | null;
  client_id: bigint | null;
  employee_id: bigint | null;
  entry_id: bigint;
  gateway_id: bigint | null;
  line_no: number;
  reseller_id: bigint | null;
  wallet_id: bigint | null;
}

export interface PppSessions {
  acct_session_id: string;
  address: string | null;
  caller_id: Generated<string>;
  counted_download_bytes: Generated<bigint>;
  counted_upload_bytes: Generated<bigint>;
  download_bytes: Generated<bigint>;
  id: Generated<bigint>;
  ipv6_prefix: string | null;
  login: string;
  nas_port: Generated<string>;
  policy: string | null;
  router_id: bigint;
  samples: Generated<number[]>;
  service: Generated<string>;
  source: string;
  started_at: Temporal.Instant;
  subscription_id: bigint | null;
  updated_at: Temporal.Instant;
  upload_bytes: Generated<bigint>;
}

export interface PppSessionsClosed {
  acct_session_id: string;
  address: string | null;
  caller_id: string;
  download_bytes: bigint;
  ended_at: Temporal.Instant;
  id: bigint;
  ipv6_prefix: string | null;
  login: string;
  nas_port: string;
  policy: string | null;
  router_id: bigint;
  service: string;
  source: string;
  started_at: Temporal.Instant;
  subscription_id: bigint | null;
  terminate_cause: string;
  upload_bytes: bigint;
}

export interface RadiusCommands {
  at: Temporal.Instant;
  error_cause: number | null;
  id: Generated<bigint>;
  kind: string;
  login: string;
  outcome: string;
  router_id: bigint;
  session_id: bigint;
  subscription_id: bigint | null;
}

export interface RadiusCredentials {
  made_of: Buffer;
  password_kept: Buffer;
  subscription_id: bigint;
}

export interface RadiusKeys {
  key_sealed: Buffer;
  only_row: Generated<boolean>;
}

export interface RadiusRefusals {
  began_at: Temporal.Instant;
  refused_at: Temporal.Instant;
  router_id: bigint;
  subscription_id: bigint;
}

export interface RadiusRouters {
  address: string;
  coa_port: Generated<number>;
  created_at: Temporal.Instant;
  heard_at: Temporal.Instant | null;
  is_signed: boolean;
  router_id: bigint;
  secret_kept: Buffer;
  updated_at: Temporal.Instant;
}

export interface Refunds {
  amount_minor: bigint;
  approved_by: bigint | null;
  booked_on: Temporal.PlainDate;
  client_id: bigint;
  code: string;
  id: Generated<bigint>;
  number: bigint;
  payment_id: bigint;
  reason: string;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
  series_id: bigint;
  trx_id: string | null;
  wallet_id: bigint;
}

export interface Resellers {
  branch_id: bigint;
  code: string;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  name: string;
  parent_id: bigint | null;
  phone: Generated<string>;
}

export interface Roles {
  denied: Generated<string[]>;
  granted: Generated<string[]>;
  id: Generated<bigint>;
  is_builtin: Generated<boolean>;
  key: string;
  name: string;
  permissions: Generated<string[]>;
  version: Generated<number>;
}

export interface RouterDrift {
  detail: Generated<Json>;
  kind: string;
  name: string;
  router_id: bigint;
  since: Temporal.Instant;
  subscription_id: bigint | null;
}

export interface RouterExports {
  content_sealed: Buffer;
  id: Generated<bigint>;
  lines: number;
  router_id: bigint;
  seen_at: Temporal.Instant;
  sha256: Buffer;
  taken_at: Temporal.Instant;
}

export interface RouterHealth {
  board: Generated<string>;
  cpu_percent: number | null;
  error: string | null;
  error_kind: string | null;
  export_error: string | null;
  exported_at: Temporal.Instant | null;
  failed_at: Temporal.Instant | null;
  failures: Generated<number>;
  foreign_secrets: Generated<number>;
  held_at: Temporal.Instant | null;
  held_changes: number | null;
  held_kind: string | null;
  held_limit: number | null;
  identity: Generated<string>;
  memory_free_bytes: bigint | null;
  memory_total_bytes: bigint | null;
  os_version: Generated<string>;
  own_secrets: Generated<number>;
  reconciled_at: Temporal.Instant | null;
  released_by: bigint | null;
  released_changes: Generated<number>;
  retry_at: Temporal.Instant | null;
  router_id: bigint;
  secrets: Generated<number>;
  seen_at: Temporal.Instant | null;
  sessions: Generated<number>;
  uptime_seconds: bigint | null;
}

export interface RouterIgnoredSecrets {
  ignored_at: Temporal.Instant;
  ignored_by: bigint | null;
  name: string;
  reason: string;
  router_id: bigint;
}

export interface RouterPolls {
  doubts: Generated<number>;
  due_at: Temporal.Instant;
  polled_at: Temporal.Instant | null;
  router_id: bigint;
  sessions: Generated<number>;
}

export interface RouterReadings {
  content_sealed: Buffer | null;
  error: string | null;
  read_at: Temporal.Instant | null;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  router_id: bigint;
  secrets: Generated<number>;
  state: string;
}

export interface Routers {
  address_pool: Generated<string>;
  branch_id: bigint;
  commands_per_second: Generated<number>;
  created_at: Temporal.Instant;
  frozen_at: Temporal.Instant | null;
  frozen_by: bigint | null;
  frozen_reason: Generated<string>;
  host: string;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  is_frozen: Generated<boolean>;
  is_tls: Generated<boolean>;
  local_address: string | null;
  max_change_percent: Generated<number>;
  name: string;
  password_sealed: Buffer | null;
  port: number;
  suspend_by: Generated<string>;
  suspend_target: Generated<string>;
  tls_fingerprint: string | null;
  updated_at: Temporal.Instant;
  username: string;
  version: Generated<number>;
}

export interface RouterTakeoverItems {
  item_no: number;
  message: Generated<string>;
  name: string;
  outcome: string | null;
  subscription_id: bigint;
  takeover_id: bigint;
}

export interface RouterTakeovers {
  error: string | null;
  finished_at: Temporal.Instant | null;
  id: Generated<bigint>;
  of: number;
  refused: Generated<number>;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  router_id: bigint;
  state: Generated<string>;
  taken: Generated<number>;
}

export interface RunChunks {
  at: Temporal.Instant;
  billed_minor: bigint;
  branch_id: bigint;
  invoices: bigint;
  reseller_id: bigint;
  run_id: bigint;
}

export interface RunItems {
  change: string | null;
  client_id: bigint;
  previous_minor: Generated<bigint>;
  reason: string | null;
  run_id: bigint;
  state: string;
  total_minor: Generated<bigint>;
}

export interface RunParked {
  at: Temporal.Instant;
  client_id: bigint;
  detail: Generated<string>;
  reason: string;
  resolved_at: Temporal.Instant | null;
  run_id: bigint;
}

export interface SavedViews {
  created_at: Generated<Temporal.Instant>;
  entity: string;
  filter: Generated<Json>;
  id: Generated<bigint>;
  name: string;
  user_id: bigint | null;
}

export interface SchemaMigrations {
  applied_at: Generated<Temporal.Instant>;
  duration_ms: number;
  name: string;
  sha256: string;
}

export interface Seals {
  book: string;
  created_at: Generated<Temporal.Instant>;
  hash: Buffer;
  row_count: bigint;
  sealed_from: Temporal.Instant;
  sealed_until: Temporal.Instant;
}

export interface SecretKeys {
  key_sealed: Buffer;
  only_row: Generated<boolean>;
}

export interface SellerSnapshots {
  content_hash: Buffer;
  created_at: Generated<Temporal.Instant>;
  facts: Json;
  id: Generated<bigint>;
}

export interface SessionKicks {
  acct_session_id: string;
  done_at: Temporal.Instant | null;
  id: Generated<bigint>;
  login: string;
  requested_at: Temporal.Instant;
  requested_by: bigint | null;
  router_id: bigint;
  source: string;
  state: Generated<string>;
  subscription_id: bigint | null;
  trouble: string | null;
}

export interface Settings {
  key: string;
  updated_at: Generated<Temporal.Instant>;
  updated_by: bigint | null;
  value: Json;
  version: Generated<number>;
}

export interface SetupState {
  completed_at: Temporal.Instant | null;
  issued_at: Temporal.Instant | null;
  only_row: Generated<boolean>;
  token_hash: Buffer | null;
}

export interface SignupRequests {
  address: Generated<string>;
  area_id: bigint | null;
  branch_id: bigint | null;
  client_id: bigint | null;
  created_at: Generated<Temporal.Instant>;
  decided_at: Temporal.Instant | null;
  decided_by: bigint | null;
  decision_reason: Generated<string>;
  email: Generated<string>;
  id: Generated<bigint>;
  ip: string | null;
  locale: Generated<string>;
  name: string;
  note: Generated<string>;
  package_id: bigint | null;
  phone: string;
  state: Generated<string>;
}

export interface StaffSessions {
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  id: Generated<bigint>;
  ip: string | null;
  last_seen_at: Temporal.Instant;
  reauthenticated_at: Temporal.Instant;
  revoked_at: Temporal.Instant | null;
  token_hash: Buffer;
  user_agent: string | null;
  user_id: bigint;
}

export interface SubscriptionRenewals {
  created_at: Temporal.Instant;
  cycles: number;
  from_on: Temporal.PlainDate;
  invoice_id: bigint;
  payment_id: bigint;
  subscription_id: bigint;
  until_on: Temporal.PlainDate;
}

export interface Subscriptions {
  activated_on: Temporal.PlainDate | null;
  address: Generated<string>;
  anchor_day: Generated<number>;
  auto_control: Generated<boolean>;
  auto_control_reason: Generated<string>;
  auto_control_set_at: Temporal.Instant | null;
  auto_control_set_by: bigint | null;
  auto_control_until: Temporal.PlainDate | null;
  auto_renew: Generated<boolean>;
  billing_mode: Generated<string>;
  billing_policy_id: bigint;
  client_id: bigint;
  connection_kind: Generated<string>;
  created_at: Generated<Temporal.Instant>;
  custom: Generated<Json>;
  expires_on: Temporal.PlainDate | null;
  id: Generated<bigint>;
  joined_on: Temporal.PlainDate;
  label: Generated<string>;
  left_on: Temporal.PlainDate | null;
  left_reason: Generated<string>;
  mac: string | null;
  medium: Generated<string>;
  olt_id: bigint | null;
  onu_mac: string | null;
  onu_model: Generated<string>;
  package_id: bigint;
  pppoe_login: string | null;
  pppoe_password_sealed: Buffer | null;
  router_id: bigint | null;
  search: Generated<string | null>;
  state: Generated<string>;
  static_ip: string | null;
  updated_at: Generated<Temporal.Instant>;
  version: Generated<number>;
}

export interface SubscriptionTerms {
  approved_by: bigint | null;
  created_at: Generated<Temporal.Instant>;
  created_by: bigint | null;
  discount_bp: Generated<number>;
  discount_minor: Generated<bigint>;
  ends_on: Temporal.PlainDate | null;
  package_version_id: bigint;
  price_override_minor: bigint | null;
  reason: Generated<string>;
  starts_on: Temporal.PlainDate;
  subscription_id: bigint;
}

export interface SuspenseMatches {
  client_id: bigint;
  decided_at: Temporal.Instant | null;
  decided_by: bigint | null;
  id: Generated<bigint>;
  payment_id: bigint;
  proposed_at: Temporal.Instant;
  proposed_by: bigint | null;
  reason: string;
  state: Generated<string>;
}

export interface SuspensionBreaker {
  database_identity: string | null;
  held_since: Temporal.Instant | null;
  hold: string | null;
  id: Generated<number>;
  looked_at: Temporal.Instant | null;
}

export interface SuspensionItems {
  client_id: bigint;
  credit_minor: bigint;
  cut_at: Temporal.Instant | null;
  cut_on: Temporal.PlainDate | null;
  ended_at: Temporal.Instant | null;
  ended_on: Temporal.PlainDate | null;
  ended_why: string | null;
  expires_on: Temporal.PlainDate | null;
  grace_days: number;
  ignores_future_months: boolean;
  is_automatic: boolean;
  late_minor: bigint;
  min_due_minor: bigint;
  oldest_due_on: Temporal.PlainDate | null;
  outcome: string | null;
  reason: string;
  run_id: bigint;
  spared_why: string | null;
  subscription_id: bigint;
}

export interface SuspensionRuns {
  created_at: Temporal.Instant;
  cut_lines: Generated<bigint>;
  day: Temporal.PlainDate;
  finished_at: Temporal.Instant | null;
  holds: Generated<Json>;
  id: Generated<bigint>;
  ignores_future_months: boolean;
  min_due_minor: bigint;
  origin: string;
  planned_clients: Generated<bigint>;
  planned_lines: Generated<bigint>;
  planned_minor: Generated<bigint>;
  release_after: Temporal.Instant | null;
  release_requested_by: bigint | null;
  released_by: bigint | null;
  requested_by: bigint | null;
  scope: Generated<Json>;
  spared_lines: Generated<bigint>;
  started_at: Temporal.Instant | null;
  state: Generated<string>;
}

export interface TrafficDays {
  day: Temporal.PlainDate;
  hours: number[];
  subscription_id: bigint;
}

export interface TrafficFolds {
  day: Temporal.PlainDate;
  folded_at: Temporal.Instant;
}

export interface TrafficInbox {
  down_kib: number;
  hour: number;
  second: number;
  seconds: number;
  subscription_id: bigint;
  up_kib: number;
}

export interface TrafficSamples {
  down_kib: number;
  down_peak_kbps: number;
  hour: Temporal.Instant;
  samples: number[];
  subscription_id: bigint;
  up_kib: number;
  up_peak_kbps: number;
}

export interface UnregisteredOnus {
  first_seen_at: Temporal.Instant;
  identity: string;
  mac: string | null;
  model: Generated<string>;
  olt_id: bigint;
  pon: string;
  raw_serial: string | null;
  seen_at: Temporal.Instant;
  serial: string | null;
}

export interface UsageHours {
  download_bytes: bigint;
  hour: Temporal.Instant;
  subscription_id: bigint;
  upload_bytes: bigint;
}

export interface UsageInbox {
  download_bytes: bigint;
  hour: Temporal.Instant;
  samples: number[];
  subscription_id: bigint;
  upload_bytes: bigint;
}

export interface UserBranches {
  branch_id: bigint;
  user_id: bigint;
}

export interface UserPermissions {
  effect: string;
  permission: string;
  user_id: bigint;
}

export interface Users {
  created_at: Generated<Temporal.Instant>;
  email: Generated<string>;
  full_name: string;
  id: Generated<bigint>;
  last_login_at: Temporal.Instant | null;
  last_login_ip: string | null;
  locale: Generated<string>;
  must_change_password: Generated<boolean>;
  password_changed_at: Temporal.Instant | null;
  password_hash: string | null;
  phone: Generated<string>;
  photo_file_id: bigint | null;
  reseller_id: bigint | null;
  role_id: bigint;
  scope_kind: Generated<string>;
  status: Generated<string>;
  theme: Generated<string>;
  username: string;
  version: Generated<number>;
}

export interface VatRates {
  code: string;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  name: string;
}

export interface VatRateVersions {
  rate_bp: number;
  starts_on: Temporal.PlainDate;
  vat_rate_id: bigint;
}

export interface Voids {
  code: string;
  id: Generated<bigint>;
  invoice_id: bigint;
  issued_at: Temporal.Instant;
  issued_by: bigint | null;
  issued_on: Temporal.PlainDate;
  number: bigint;
  reason: string;
  series_id: bigint;
}

export interface WalletBalances {
  balance_minor: Generated<bigint>;
  limit_minor: bigint;
  wallet_id: bigint;
}

export interface Wallets {
  branch_id: bigint | null;
  code: string;
  created_at: Generated<Temporal.Instant>;
  id: Generated<bigint>;
  is_active: Generated<boolean>;
  kind: string;
  limit_minor: bigint | null;
  name: string;
  owner_user_id: bigint | null;
}

export interface WalletTransferOutcomes {
  booked_on: Temporal.PlainDate;
  kind: string;
  reason: Generated<string>;
  received_minor: bigint | null;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
  transfer_id: bigint;
}

export interface WalletTransfers {
  amount_minor: bigint;
  booked_on: Temporal.PlainDate;
  code: string;
  counted_minor: bigint | null;
  from_wallet_id: bigint;
  id: Generated<bigint>;
  kind: string;
  number: bigint;
  reason: Generated<string>;
  recorded_at: Temporal.Instant;
  recorded_by: bigint | null;
  series_id: bigint;
  to_wallet_id: bigint;
}

export interface WriteOffs {
  amount_minor: bigint;
  approved_by: bigint | null;
  client_id: bigint;
  code: string;
  id: Generated<bigint>;
  invoice_id: bigint;
  issued_at: Temporal.Instant;
  issued_on: Temporal.PlainDate;
  number: bigint;
  reason: string;
  requested_by: bigint | null;
  series_id: bigint;
}

export interface DB {
  access: Access;
  access_reasons: AccessReasons;
  account_days: AccountDays;
  accounts: Accounts;
  address_traces: AddressTraces;
  allocations: Allocations;
  api_tokens: ApiTokens;
  areas: Areas;
  audit_events: AuditEvents;
  billed_periods: BilledPeriods;
  billing_month_folds: BillingMonthFolds;
  billing_months: BillingMonths;
  billing_policies: BillingPolicies;
  boxes: Boxes;
  branches: Branches;
  bulk_items: BulkItems;
  bulk_jobs: BulkJobs;
  charges: Charges;
  client_balances: ClientBalances;
  client_documents: ClientDocuments;
  client_list: ClientList;
  client_list_source: ClientListSource;
  client_notes: ClientNotes;
  client_tags: ClientTags;
  clients: Clients;
  code_counters: CodeCounters;
  credit_note_lines: CreditNoteLines;
  credit_notes: CreditNotes;
  custom_fields: CustomFields;
  deposit_movements: DepositMovements;
  device_leases: DeviceLeases;
  discount_requests: DiscountRequests;
  doctor_results: DoctorResults;
  entries: Entries;
  entry_sources: EntrySources;
  exports: Exports;
  files: Files;
  holidays: Holidays;
  idempotency_keys: IdempotencyKeys;
  import_rows: ImportRows;
  import_sources: ImportSources;
  imports: Imports;
  incident_credits: IncidentCredits;
  incident_looks: IncidentLooks;
  incident_onus: IncidentOnus;
  incidents: Incidents;
  invoice_balances: InvoiceBalances;
  invoice_drafts: InvoiceDrafts;
  invoice_lines: InvoiceLines;
  invoice_runs: InvoiceRuns;
  invoices: Invoices;
  job_runs: JobRuns;
  late_fee_changes: LateFeeChanges;
  late_fee_standing: LateFeeStanding;
  late_fees: LateFees;
  login_attempts: LoginAttempts;
  manual_entries: ManualEntries;
  message_attempts: MessageAttempts;
  message_keys: MessageKeys;
  months: Months;
  number_series: NumberSeries;
  olt_console_lines: OltConsoleLines;
  olt_consoles: OltConsoles;
  olt_health: OltHealth;
  olt_interface_samples: OltInterfaceSamples;
  olt_interfaces: OltInterfaces;
  olt_polls: OltPolls;
  olt_tasks: OltTasks;
  olt_verified_writes: OltVerifiedWrites;
  olts: Olts;
  onu_absorptions: OnuAbsorptions;
  onu_events: OnuEvents;
  onu_forecasts: OnuForecasts;
  onu_link_suggestions: OnuLinkSuggestions;
  onu_links: OnuLinks;
  onu_macs: OnuMacs;
  onu_places: OnuPlaces;
  onus: Onus;
  opening_balances: OpeningBalances;
  optical_folds: OpticalFolds;
  optical_hours: OpticalHours;
  optical_samples: OpticalSamples;
  outbox_messages: OutboxMessages;
  package_versions: PackageVersions;
  packages: Packages;
  password_reset_links: PasswordResetLinks;
  pauses: Pauses;
  payment_balances: PaymentBalances;
  payment_promises: PaymentPromises;
  payment_reversals: PaymentReversals;
  payment_trx_ids: PaymentTrxIds;
  payments: Payments;
  postings: Postings;
  ppp_sessions: PppSessions;
  ppp_sessions_closed: PppSessionsClosed;
  radius_commands: RadiusCommands;
  radius_credentials: RadiusCredentials;
  radius_keys: RadiusKeys;
  radius_refusals: RadiusRefusals;
  radius_routers: RadiusRouters;
  refunds: Refunds;
  resellers: Resellers;
  roles: Roles;
  router_drift: RouterDrift;
  router_exports: RouterExports;
  router_health: RouterHealth;
  router_ignored_secrets: RouterIgnoredSecrets;
  router_polls: RouterPolls;
  router_readings: RouterReadings;
  router_takeover_items: RouterTakeoverItems;
  router_takeovers: RouterTakeovers;
  routers: Routers;
  run_chunks: RunChunks;
  run_items: RunItems;
  run_parked: RunParked;
  saved_views: SavedViews;
  schema_migrations: SchemaMigrations;
  seals: Seals;
  secret_keys: SecretKeys;
  seller_snapshots: SellerSnapshots;
  session_kicks: SessionKicks;
  settings: Settings;
  setup_state: SetupState;
  signup_requests: SignupRequests;
  staff_sessions: StaffSessions;
  subscription_renewals: SubscriptionRenewals;
  subscription_terms: SubscriptionTerms;
  subscriptions: Subscriptions;
  suspense_matches: SuspenseMatches;
  suspension_breaker: SuspensionBreaker;
  suspension_items: SuspensionItems;
  suspension_runs: SuspensionRuns;
  traffic_days: TrafficDays;
  traffic_folds: TrafficFolds;
  traffic_inbox: TrafficInbox;
  traffic_samples: TrafficSamples;
  unregistered_onus: UnregisteredOnus;
  usage_hours: UsageHours;
  usage_inbox: UsageInbox;
  user_branches: UserBranches;
  user_permissions: UserPermissions;
  users: Users;
  vat_rate_versions: VatRateVersions;
  vat_rates: VatRates;
  voids: Voids;
  wallet_balances: WalletBalances;
  wallet_transfer_outcomes: WalletTransferOutcomes;
  wallet_transfers: WalletTransfers;
  wallets: Wallets;
  write_offs: WriteOffs;
}
