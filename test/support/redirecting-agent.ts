// A port → an agent whose connections all go there, on this machine, whatever host a request names. So requests can be
// made and recorded with the host name of AWS in them.

import { Agent } from "node:http";
import { connect } from "node:net";

export function redirectingAgent(port: number): Agent {
  const agent = new Agent({ keepAlive: true });
  agent.createConnection = () => connect(port, "127.0.0.1");
  return agent;
}
