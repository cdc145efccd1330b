// What the package offers on Node alone: its transport, to be given options.

export { nodeTransport, type NodeTransport, type NodeTransportOptions } from "./runtime/transport/node-http.ts";
export { proxyAgent, type ProxyAgentOptions } from "./runtime/transport/node-proxy-agent.ts";
