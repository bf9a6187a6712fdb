/** A network between a program and a server that can fall silent: connections stay, and nothing comes through. */
import net from 'node:net';

export type Network = {
  /** The address of the server, through this network. */
  address: string;
  /** Lets nothing through any more, in either direction, or lets everything through again. */
  freeze: (isFrozen: boolean) => void;
  close: () => void;
};

/** @param address `postgresql://…` with host and port. */
export async function networkTo(address: string): Promise<Network> {
  const { hostname, port } = new URL(address);
  const sockets = new Set<net.Socket>();
  let isFrozen = false;
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (data) => to.write(data));
      if (isFrozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(address);
  through.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  return {
    address: through.href,
    freeze(frozen) {
      isFrozen = frozen;
      for (const socket of sockets) {
        if (frozen) socket.pause();
        else socket.resume();
      }
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
