"""A scripted router on librouteros's codec, for our client to speak with. Prints its port; says at the end what it heard."""
import json
import socket
import sys

from librouteros.connections import SocketTransport
from librouteros.protocol import ApiProtocol

LENGTHS = [1, 126, 127, 128, 129, 16382, 16383, 16384, 16385, 2097151, 2097152]

server = socket.create_server(("127.0.0.1", 0))
server.settimeout(20)
print(server.getsockname()[1], flush=True)
connection, _ = server.accept()
connection.settimeout(20)
protocol = ApiProtocol(transport=SocketTransport(sock=connection), encoding="ASCII")
heard = []
while True:
    command, words = protocol.readSentence()
    tag = [word for word in words if word.startswith(".tag=")]
    heard.append([command, *(word if len(word) < 100 else len(word) for word in words if word not in tag)])

    def reply(*answer):
        protocol.writeSentence(*answer, *tag)

    if command == "/lengths":
        for length in LENGTHS:
            # "=v=" and the value make a word of exactly this length.
            reply("!re", "=v=" + "x" * max(0, length - 3))
        reply("!done")
    elif command == "/echo":
        reply("!re", *(word for word in words if word not in tag))
        reply("!done", "=ret=*1")
    elif command == "/traps":
        reply("!trap", "=category=0", "=message=no such item")
        reply("!trap", "=message=failure: and more")
        reply("!done")
    elif command == "/empty":
        reply("!empty")
        reply("!done")
    elif command == "/quit":
        protocol.writeSentence("!fatal", "session terminated on request")
        break
    else:
        reply("!done")
connection.close()
print(json.dumps(heard), file=sys.stderr, flush=True)
