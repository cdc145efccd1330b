// The address of a proxy → an agent whose connections go through it.

import * as http from "node:http";
import * as https from "node:https";
import type { Duplex } from "node:stream";
import * as tls from "node:tls";

/** As an `https.Agent` takes them; those about certificates are for the service, as seen through the tunnel. */
export interface ProxyAgentOptions extends https.AgentOptions {
  /** Certificates and the like for a proxy that is itself reached by `https:`. */
  readonly proxy?: tls.ConnectionOptions;
  /** Milliseconds until the proxy must have opened the tunnel; 3,100 unless set. */
  readonly connectTimeoutMs?: number;
}

/**
 * Makes an agent for `nodeTransport`. It asks the proxy for a tunnel to each host (`CONNECT`) and speaks TLS with the service
 * inside it, so the proxy sees no more than the host's name. User and password stand in the proxy's address, percent-encoded.
 */
export function proxyAgent(proxy: string | URL, options: ProxyAgentOptions = {}): https.Agent {
  const { protocol, username, password, hostname, port } = new URL(proxy);
  const { proxy: ofProxy, connectTimeoutMs = 3_100, ...own } = options;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");

  const agent = new https.Agent({ keepAlive: true, maxSockets: 50, timeout: 15_000, ...own });
  type Create = (target: tls.ConnectionOptions, done: (error: Error | null, socket?: Duplex) => void) => undefined;
  (agent as unknown as { createConnection: Create }).createConnection = (target, done) => {
    const host = `${target.host?.includes(":") ? `[${target.host}]` : target.host}:${target.port}`;
    const asking = (protocol === "https:" ? https : http).request({
      ...ofProxy,
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port,
      method: "CONNECT",
      path: host,
      headers: { host, ...(username && { "proxy-authorization": `Basic ${credentials}` }) },
      agent: false,
    });
    const timer = setTimeout(() => asking.destroy(new Error(`the proxy opened no tunnel within ${connectTimeoutMs} ms`)), connectTimeoutMs);
    asking.once("close", () => clearTimeout(timer));
    asking.once("error", done);
    asking.once("connect", ({ statusCode }, socket) => {
      clearTimeout(timer);
      try {
        if (statusCode !== 200) throw new Error(`the proxy refused to connect (HTTP ${statusCode})`);
        // Throws for certificates that are none.
        done(null, tls.connect({ ...target, socket }));
      } catch (error) {
        socket.destroy();
        done(error as Error);
      }
    });
    asking.end();
    return undefined;
  };
  return agent;
}
