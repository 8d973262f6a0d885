import { connectionValue, quoted } from './text.ts'

/** What the configuration of FreeRADIUS 3.2 hangs on. */
export interface RadiusConfig {
  /** Where it will lie. */
  readonly folder: string
  /** Folders of the installed FreeRADIUS: its modules, and its dictionaries of attributes. */
  readonly libraries: string
  readonly dictionaries: string
  readonly listen: { readonly address: string; readonly authPort: number; readonly acctPort: number }
  /** From where routers may ask; whose address is no router's gets no answer. */
  readonly networks: readonly string[]
  readonly database: { readonly host: string; readonly port: number; readonly name: string; readonly user: string; readonly password: string }
  /** See key-store.ts. */
  readonly key: Buffer
}

/** The files by their name within the folder. Secrets stand in `sql.conf` and `database-password`. */
export function configFiles(config: RadiusConfig): ReadonlyMap<string, string> {
  return new Map([
    ['radiusd.conf', radiusd(config)],
    ['clients.conf', clients(config)],
    ['modules.conf', modules],
    ['sql.conf', sqlModule(config)],
    ['database-password', passwordFile(config)],
    ['site.conf', site(config)],
    ['rejected-attributes', rejected],
    ['dictionary', DICTIONARY],
  ])
}

const WRITTEN = '# Written by "lastmile radius config"; write it again instead of changing it.\n'
// FreeRADIUS wants the file; the installed dictionaries, with Mikrotik's, are read before it.
const DICTIONARY = `${WRITTEN}# Attributes of your own would stand here.\n`

const radiusd = ({ folder, libraries, dictionaries }: RadiusConfig): string => `${WRITTEN}
prefix = "/usr"
raddbdir = ${quoted(folder)}
confdir = "\${raddbdir}"
logdir = "\${raddbdir}/log"
run_dir = "\${raddbdir}/run"
radacctdir = "\${logdir}"
libdir = ${quoted(libraries)}
dictdir = ${quoted(dictionaries)}
name = "radiusd"
pidfile = "\${run_dir}/radiusd.pid"
max_request_time = 10
cleanup_delay = 5
max_requests = 131072
hostname_lookups = no
# A backslash in a name or password stands for itself.
correct_escapes = yes

log {
  destination = files
  file = "\${logdir}/radius.log"
  stripped_names = no
  auth = no
  auth_badpass = no
  auth_goodpass = no
}

security {
  allow_core_dumps = no
  max_attributes = 200
  # Routers give up within a second; a refusal that waits would be asked for again.
  reject_delay = 0
  status_server = no
}

thread pool {
  start_servers = 8
  max_servers = 32
  min_spare_servers = 4
  max_spare_servers = 16
  max_requests_per_server = 0
  auto_limit_acct = no
}

modules {
  $INCLUDE modules.conf
  $INCLUDE sql.conf
}

$INCLUDE clients.conf
$INCLUDE site.conf
`

/** Every router is looked up in the database when it first asks, and again each minute: a new one, or a new secret, needs no restart. */
const clients = ({ networks }: RadiusConfig): string =>
  `${WRITTEN}${networks
    .map(
      (network, n) => `
client network-${n} {
  ${network.includes(':') ? 'ipv6addr' : 'ipv4addr'} = ${network}
  dynamic_clients = routers
  lifetime = 60
}
`,
    )
    .join('')}`

const modules = `${WRITTEN}
always ok {
  rcode = ok
}
always reject {
  rcode = reject
}
always handled {
  rcode = handled
}
pap {
  normalise = no
}
chap {
}
mschap {
  # Keys for encryption on the line are none of a broadband router's business.
  use_mppe = no
  with_ntdomain_hack = no
}
utf8 {
}
expr {
}
# What else was put together for an acceptance must not leave in a refusal.
attr_filter rejected {
  key = "%{User-Name}"
  relaxed = no
  filename = "\${confdir}/rejected-attributes"
}
`

const rejected = `${WRITTEN}DEFAULT
  Reply-Message =* ANY,
  Error-Cause =* ANY,
  MS-CHAP-Error =* ANY,
  Message-Authenticator =* ANY,
  Proxy-State =* ANY
`

/** As libpq reads it. */
const passwordFile = ({ database: { user, password } }: RadiusConfig): string =>
  `*:*:*:${[user, password].map((part) => part.replace(/[\\\\:]/g, '\\\\$&')).join(':')}\n`

/** What a log-in grants comes with its password as attributes of `control`; on acceptance they are put into the answer. */
const GRANTED = [
  'Service-Type',
  'Framed-Protocol',
  'Framed-IP-Address',
  'Framed-Pool',
  'Mikrotik-Group',
  'Mikrotik-Rate-Limit',
  'Mikrotik-Address-List',
  'Class',
  'Acct-Interim-Interval',
  'Session-Timeout',
]

/** Plans are made once in a connection, perhaps while the tables are empty; they must not be those for empty tables. */
const PLANNED = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off; set jit = off'

/** One call for a log-in, one for each word of accounting. */
function sqlModule({ folder, database: { host, port, name, user }, key }: RadiusConfig): string {
  // FreeRADIUS logs this string, so the password is not in it.
  const values = { host, port: String(port), dbname: name, user, passfile: `${folder}/database-password`, connect_timeout: '3' }
  const connection = Object.entries(values)
    .map(([key, value]) => `${key}=${connectionValue(value)}`)
    .join(' ')
  return `${WRITTEN}
sql {
  driver = "rlm_sql_postgresql"
  dialect = "postgresql"
  radius_db = ${quoted(connection)}
  # The key that opens passwords belongs to the connection; it stands in no query and no row.
  open_query = "set lastmile.radius_key = '${key.toString('hex')}'; set statement_timeout = 2500; ${PLANNED}"

  postgresql {
    send_application_name = yes
  }

  # Starts without the database, and goes on a second after it is back.
  pool {
    start = 0
    min = 0
    max = \${thread[pool].max_servers}
    spare = \${thread[pool].max_servers}
    uses = 0
    retry_delay = 1
    lifetime = 0
    idle_timeout = 300
    connect_timeout = 3.0
  }

  read_clients = no
  read_groups = no
  read_profiles = no
  delete_stale_sessions = no
  group_attribute = "SQL-Group"

  # Names arrive in hex digits, so that no character of them is rewritten; whatever else there is the driver quotes.
  auto_escape = yes
  sql_user_name = "%{User-Name}"

  authorize_check_query = "select id, username, attribute, value, op from radius_log_in('%{hex:&User-Name}', '%{Client-Shortname}')"

  accounting {
    reference = "query"
    query = "select radius_account('%{Acct-Status-Type}', '%{Client-Shortname}', '%{hex:&User-Name}', '%{hex:&Acct-Session-Id}', '%{Acct-Delay-Time}', '%{Acct-Session-Time}', '%{Framed-IP-Address}', '%{%{Delegated-IPv6-Prefix}:-%{Framed-IPv6-Prefix}}', '%{hex:&Calling-Station-Id}', '%{hex:&NAS-Port-Id}', '%{hex:&Called-Station-Id}', '%{hex:&Class}', '%{Acct-Input-Octets}', '%{Acct-Input-Gigawords}', '%{Acct-Output-Octets}', '%{Acct-Output-Gigawords}', '%{Acct-Terminate-Cause}')"
  }

  post-auth {
    reference = "query"
    query = "select radius_refused('%{Client-Shortname}', '%{hex:&User-Name}')"
  }
}
`
}

const site = ({ listen: { address, authPort, acctPort } }: RadiusConfig): string => {
  const listener = (type: string, port: number): string => `
  listen {
    type = ${type}
    ${address.includes(':') ? 'ipv6addr' : 'ipv4addr'} = ${address}
    port = ${port}
  }
`
  const source = '%{%{Packet-Src-IP-Address}:-%{Packet-Src-IPv6-Address}}'
  const signed = 'update reply {\n      &Message-Authenticator := 0x00\n    }'
  return `${WRITTEN}
server lastmile {
${listener('auth', authPort)}${listener('acct', acctPort)}
  authorize {
    utf8 {
      fail = 1
    }
    if (fail) {
      reject
    }
    chap
    mschap
    # Without the database nobody is refused: silence has the router ask again, or another server.
    sql {
      fail = 1
    }
    if (fail) {
      update control {
        &Response-Packet-Type := Do-Not-Respond
      }
      handled
    }
    pap
  }

  authenticate {
    Auth-Type PAP {
      pap
    }
    Auth-Type CHAP {
      chap
    }
    Auth-Type MS-CHAP {
      mschap
    }
  }

  # Signed also where the router did not ask for it; by itself this version signs no answer.
  post-auth {
    update reply {
      &Message-Authenticator := 0x00
${GRANTED.map((name) => `      &${name} := &control:${name}`).join('\n')}
    }
    Post-Auth-Type REJECT {
      # A password that did not fit is kept; one that nobody asked for is not. Without the database the refusal goes out all the same.
      if (&control:Auth-Type == PAP || &control:Auth-Type == CHAP || &control:Auth-Type == MS-CHAP) {
        sql {
          fail = 1
          noop = 1
        }
      }
      rejected
      ${signed}
    }
  }

  preacct {
    utf8 {
      fail = 1
    }
    # What cannot be stored is answered, or it would be sent for ever.
    if (fail) {
      handled
    }
  }

  accounting {
    sql
    if (noop) {
      ok
    }
  }
}

server routers {
  authorize {
    update control {
      &FreeRADIUS-Client-Shortname := "%{sql:select coalesce(radius_client('${source}', 'name'), '')}"
    }
    if (&control:FreeRADIUS-Client-Shortname == "") {
      reject
    }
    update control {
      &FreeRADIUS-Client-Secret := "%{sql:select radius_client('${source}', 'secret')}"
      &FreeRADIUS-Client-Require-MA := "%{sql:select radius_client('${source}', 'signed')}"
      &FreeRADIUS-Client-NAS-Type := "other"
    }
    if ("%{Packet-Src-IP-Address}" != "") {
      update control {
        &FreeRADIUS-Client-IP-Address := "%{Packet-Src-IP-Address}"
      }
    }
    else {
      update control {
        &FreeRADIUS-Client-IPv6-Address := "%{Packet-Src-IPv6-Address}"
      }
    }
    ok
  }
}
`
}
