// What a request carries beside its method and path, and whether that tells two operations apart.

import type { Member, Operation } from "../../scripts/prepare/prepared-spec.ts";
import type { HttpRequest } from "../../templates/src/runtime/call.ts";

/** What the requests of an operation carry: `?uploads` and `?operation=tag` as constants, `?id` and `x-amz-copy-source` by members. */
export interface Sent {
  readonly operation: Operation;
  /** Written into the operation: no input leaves them out. */
  readonly constants: readonly string[];
  /** Carried by each of its requests. */
  readonly always: readonly string[];
  /** Carried by any of them. */
  readonly ever: readonly string[];
}

/** Everything that a request carries, constants with and without their value. */
export function marksSent({ query, headers, body }: HttpRequest): readonly string[] {
  // Query protocols send their parameters as a form.
  const form = typeof body === "string" && headers["content-type"]?.includes("form-urlencoded") === true ? body : "";
  const parameters = [query, form].flatMap((text) => (text === "" ? [] : text.split("&").map((part) => part.split("=").map(decodeURIComponent))));
  return [
    ...parameters.flatMap(([name = "", value = ""]) => (value === "" ? [`?${name}`] : [`?${name}`, `?${name}=${value}`])),
    ...Object.entries(headers).flatMap(([name, value]) => [name, `${name}: ${value}`]),
  ];
}

/** The marks that are the operation's own: constants of the document, and the names of its members. */
export function marksOf({ query, headers, action }: Operation, members: readonly Member[], requests: readonly HttpRequest[]): Omit<Sent, "operation"> {
  const constants = [...Object.entries({ ...(action === undefined ? {} : { Action: action }), ...query }).map(([name, value]) => (value === "" ? `?${name}` : `?${name}=${value}`)), ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  const own = new Set([...constants, ...members.flatMap(markOf)]);
  // What the client fills in by itself, such as the algorithm of a checksum, isn't what makes the operation.
  const optional = new Set(members.filter(({ required }) => !required).flatMap(markOf));
  const sent = requests.map((request) => new Set(marksSent(request).filter((mark) => own.has(mark))));
  const ever = [...new Set(sent.flatMap((marks) => [...marks]))];
  const always = ever.filter((mark) => !optional.has(mark) && sent.every((marks) => marks.has(mark)));
  return { constants: always.filter((mark) => constants.includes(mark)), always, ever };
}

/** What a member leaves in a request. */
export function markOf({ location }: Member): readonly string[] {
  if (location.in === "query") return [`?${location.name}`];
  return location.in === "header" ? [location.name.toLowerCase()] : [];
}

/** A mark that every request of one carries and no request of the other can; best one that no input leaves out. */
export function distinction(one: Sent, other: Sent): string | undefined {
  const strangeTo = (marks: readonly string[], { ever }: Sent) => marks.find((mark) => !ever.some((each) => nameIn(each) === nameIn(mark) && (isName(each) || isName(mark) || each === mark)));
  return strangeTo(one.constants, other) ?? strangeTo(other.constants, one) ?? strangeTo(one.always, other) ?? strangeTo(other.always, one);
}

/** `?operation=tag` → `?operation` */
function nameIn(mark: string): string {
  return mark.split(/=|: /)[0] ?? mark;
}

/** A member's mark may have any value. */
function isName(mark: string): boolean {
  return nameIn(mark) === mark;
}
