// Members that make a request that of their operation: `DELETE /{Bucket}/{Key}` aborts an upload when it has `uploadId`, and deletes the
// object when it doesn't.

import type { Member, Operation, PreparedSpec } from "../../prepare/prepared-spec.ts";

/** The required members of each operation without which its request would be another operation's. */
export function decisiveMembers(spec: PreparedSpec): (operation: Operation, member: Member) => boolean {
  const groups = new Map<string, Operation[]>();
  for (const operation of spec.operations) groups.set(addressOf(operation), [...(groups.get(addressOf(operation)) ?? []), operation]);
  return (operation, member) => {
    const place = placeOf(member);
    const others = groups.get(addressOf(operation)) ?? [];
    return place !== undefined && member.required && others.length > 1 && others.some((other) => other !== operation && !placesOf(spec, other).has(place));
  };
}

/** Method, path and all that is constant: what tells two operations apart before their members do. Labels don't, whatever they are called. */
function addressOf({ method, path, query, headers, action }: Operation): string {
  const constants = [query, headers].map((constant) => Object.entries(constant).sort(([left], [right]) => (left < right ? -1 : 1)));
  return JSON.stringify([method, path.replace(/\{[^{}]*\}/g, "{}"), action, ...constants]);
}

function placesOf(spec: PreparedSpec, { input }: Operation): ReadonlySet<string> {
  const shape = input?.kind === "members" ? spec.shapes[input.shape] : undefined;
  return new Set(shape?.kind === "structure" ? shape.members.flatMap((member) => placeOf(member) ?? []) : []);
}

function placeOf({ location }: Member): string | undefined {
  if (location.in === "query") return `?${location.name}`;
  return location.in === "header" ? location.name.toLowerCase() : undefined;
}
