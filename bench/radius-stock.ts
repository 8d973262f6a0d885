/** Where Debian puts the schema and queries that FreeRADIUS brings for PostgreSQL. */
export const STOCK = '/etc/freeradius/3.0/mods-config/sql/main/postgresql'

interface Stock {
  readonly folder: string
  readonly libraries: string
  readonly dictionaries: string
  readonly ports: { readonly auth: number; readonly acct: number }
  readonly secret: string
  readonly connection: string
}

/** A FreeRADIUS that uses them, with as many threads and connections as ours has. */
export function stockFiles({ folder, libraries, dictionaries, ports, secret, connection }: Stock): ReadonlyMap<string, string> {
  const radiusd = `
prefix = /usr
raddbdir = ${folder}
logdir = ${folder}
run_dir = ${folder}
libdir = ${libraries}
dictdir = ${dictionaries}
name = radiusd
max_requests = 131072
correct_escapes = yes
log {
  destination = stdout
}
security {
  max_attributes = 200
  reject_delay = 0
}
thread pool {
  start_servers = 8
  max_servers = 32
  min_spare_servers = 4
  max_spare_servers = 16
  max_requests_per_server = 0
}
modules {
  expr {
  }
  pap {
  }
  chap {
  }
  mschap {
  }
  sql {
    driver = "rlm_sql_postgresql"
    dialect = "postgresql"
    radius_db = "${connection}"
    acct_table1 = "radacct"
    acct_table2 = "radacct"
    postauth_table = "radpostauth"
    authcheck_table = "radcheck"
    groupcheck_table = "radgroupcheck"
    authreply_table = "radreply"
    groupreply_table = "radgroupreply"
    usergroup_table = "radusergroup"
    client_table = "nas"
    group_attribute = "SQL-Group"
    read_clients = no
    delete_stale_sessions = yes
    pool {
      start = 0
      min = 0
      max = 32
      spare = 32
      uses = 0
      retry_delay = 1
      lifetime = 0
      idle_timeout = 300
    }
    $INCLUDE ${STOCK}/queries.conf
  }
}
client here {
  ipaddr = 127.0.0.1
  secret = "${secret}"
}
server stock {
  listen {
    type = auth
    ipaddr = 127.0.0.1
    port = ${ports.auth}
  }
  listen {
    type = acct
    ipaddr = 127.0.0.1
    port = ${ports.acct}
  }
  authorize {
    chap
    mschap
    sql
    pap
  }
  authenticate {
    Auth-Type PAP {
      pap
    }
  }
  post-auth {
    sql
  }
  preacct {
    update request {
      &Acct-Unique-Session-Id := "%{md5:%{User-Name},%{Acct-Session-Id},%{NAS-IP-Address}}"
    }
  }
  accounting {
    sql
  }
}
`
  return new Map([
    ['radiusd.conf', radiusd],
    ['dictionary', ''],
  ])
}
