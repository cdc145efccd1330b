// Where a service lives, as the code of `service.ts`.

import type { Host } from "../../prepare/prepared-spec.ts";
import type { PackageView } from "../context.ts";
import { literal, objectLiteral } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";

type HostsView = Pick<PackageView, "url" | "isRegional" | "hasHosts" | "hosts" | "hasVariants">;

export function presentHosts(hosts: readonly Host[]): HostsView {
  const [only = { url: "" }] = hosts;
  const { url = "" } = only;
  const [, name] = /^https:\/\/([^{}/]+)\.\{region\}\.\{suffix\}$/.exec(url) ?? [];
  const none = { isRegional: false, hasHosts: false, hosts: [], hasVariants: false };
  const isPlain = hosts.length < 2 && only.regions === undefined && only.variant === undefined && only.signingRegion === undefined;
  if (isPlain && name !== undefined) return { ...none, url: safe(`/* @__PURE__ */ regional(${literal(name)})`), isRegional: true };
  if (isPlain && !url.includes("{")) return { ...none, url: safe(`() => ${literal(url)}`) };
  return { url: safe("/* @__PURE__ */ endpointTable(hosts)"), isRegional: false, hasHosts: true, hosts: hosts.map(rowOf), hasVariants: hosts.some(({ variant }) => variant !== undefined) };
}

function rowOf(host: Host): Expression {
  return objectLiteral(Object.entries(host).map(([name, value]) => [name, literal(String(value))] as const)) ?? safe("{}");
}
