"""Drives a router with Debian's librouteros and prints what it saw as JSON: an opinion on the API that is not ours."""
import json
import ssl
import sys

from librouteros import connect
from librouteros.exceptions import MultiTrapError, TrapError
from librouteros.login import plain, token
from librouteros.query import And, Key, Or

host, port, user, password, method, security = sys.argv[1:7]


def wrapped(sock):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(sock)


def refusal(work):
    try:
        work()
    except (TrapError, MultiTrapError) as error:
        return str(error)
    return None


options = {"ssl_wrapper": wrapped} if security == "tls" else {}
login = {"plain": plain, "token": token}[method]
seen = {}
seen["wrong password"] = refusal(lambda: connect(host, user, "guess", port=int(port), login_method=login, **options))
api = connect(host, user, password, port=int(port), login_method=login, **options)
secrets = api.path("ppp", "secret")
name, disabled, comment = Key("name"), Key("disabled"), Key("comment")

seen["empty"] = list(secrets)
seen["ids"] = [secrets.add(name=n, password="007", comment=c) for n, c in (("anis", "x" * 126), ("babul", "x" * 127), ("chandan", "x" * 20000))]
seen["rows"] = [{k: row[k] for k in ("name", "password", "disabled")} for row in secrets]
seen["comments"] = [len(row["comment"]) for row in secrets]
secrets.update(**{".id": seen["ids"][1], "disabled": True})
seen["disabled"] = [row["name"] for row in secrets.select(name).where(disabled == True)]
seen["or"] = [row["name"] for row in secrets.select(name).where(Or(name == "anis", name == "chandan"))]
seen["and"] = [row["name"] for row in secrets.select(name).where(And(name > "anis", disabled == False))]
seen["in"] = [row["name"] for row in secrets.select(name).where(name.In("babul", "nobody"))]
seen["not"] = [row["name"] for row in secrets.select(name).where(name != "babul")]
seen["taken"] = refusal(lambda: secrets.add(name="anis"))
seen["gone"] = refusal(lambda: secrets.remove("*99"))
seen["no command"] = refusal(lambda: tuple(api("/ppp/secret/dance")))
secrets.remove(*seen["ids"][:2])
seen["left"] = [row["name"] for row in secrets]
seen["identity"] = [dict(row) for row in api("/system/identity/print")]
seen["traffic"] = [row["name"] for row in api("/interface/monitor-traffic", interface="ether1,ether2", once="")]
seen["many"] = len(list(api.path("log")))
api.close()
print(json.dumps(seen))
