// A row of a table of members.

import type { Location, Member, PreparedSpec, Type } from "../../../prepare/prepared-spec.ts";
import type { MemberDocs } from "../../context.ts";
import { codeCell, markdownCell, type MarkdownCell } from "../../safe/markdown.ts";
import { safe } from "../../safe/safe.ts";
import { constraintsCell } from "./constraints.ts";
import { structuresOf } from "./example-code.ts";
import { modelCell, typeCell, type Page } from "./links.ts";
import { deprecationOf } from "./prose.ts";

export function memberDocs(member: Member, page: Page): MemberDocs {
  const forbidden = member.type.kind === "forbidden" ? member.type : undefined;
  return {
    name: codeCell(member.name),
    type: forbidden === undefined ? typeCell(member.type, page) : markdownCell("–"),
    required: markdownCell(forbidden !== undefined ? "leave it out" : member.required ? "yes" : "no"),
    constraints: constraintsCell(member.type),
    location: locationCell(member.location),
    description: forbidden === undefined ? descriptionCell(member) : markdownCell(forbidden.reason),
  };
}

/** The members of a structure, or of all forms of a union, each once. */
export function membersOf(spec: PreparedSpec, type: Type, page: Page): readonly MemberDocs[] {
  const forms = structuresOf(spec, type);
  const [only] = forms;
  if (forms.length === 1 && only !== undefined) return only.members.map((member) => memberDocs(member, page));
  const names = [...new Set(forms.flatMap((form) => form.members.map((member) => member.name)))];
  return names.map((name) => mergedDocs(forms.map((form) => ({ form: form.name, member: form.members.find((member) => member.name === name) })), page));
}

interface FormMember {
  readonly form: string;
  readonly member: Member | undefined;
}

/** What forms say alike is said once, what they say differently is said with their names. */
function mergedDocs(members: readonly FormMember[], page: Page): MemberDocs {
  const there = members.flatMap(({ form, member }) => (member === undefined ? [] : [{ form, member, docs: memberDocs(member, page) }]));
  const [first] = there;
  if (first === undefined) throw new Error("A member of no form can't be described.");
  const allowed = there.filter(({ member }) => member.type.kind !== "forbidden");
  const named = (form: string) => modelCell(form, page);
  const requirements = members.map(({ form, member }) => ({ form, text: member === undefined ? "not there" : memberDocs(member, page).required }));
  return {
    name: first.docs.name,
    type: joined(allowed.map(({ docs }) => docs.type), " or ") || safe("–"),
    required: perForm(requirements, named),
    constraints: joined(allowed.map(({ docs }) => docs.constraints), " or "),
    location: joined(there.map(({ docs }) => docs.location), " or "),
    description: perForm(there.filter(({ docs }) => docs.description !== "").map(({ form, docs }) => ({ form, text: docs.description })), named),
  };
}

function joined(texts: readonly MarkdownCell[], separator: string): MarkdownCell {
  return safe([...new Set(texts.filter((text) => text !== ""))].join(separator));
}

function perForm(entries: readonly { readonly form: string; readonly text: string }[], named: (form: string) => string): MarkdownCell {
  const texts = [...new Set(entries.map((entry) => entry.text))];
  if (texts.length <= 1) return safe(texts[0] ?? "");
  return safe(texts.map((text) => `${entries.filter((entry) => entry.text === text).map((entry) => named(entry.form)).join(", ")}: ${text}`).join("; ").replaceAll(".; ", ". "));
}

function descriptionCell(member: Member): MarkdownCell {
  const parts = [
    markdownCell(member.doc),
    markdownCell(deprecationOf(member.deprecated).replace(/^Deprecated[^:.]*/, "**$&**")),
    member.idempotencyToken === true ? "Filled with a UUID when absent, the same for all attempts of a call." : "",
    member.default === undefined ? "" : `The service takes ${codeCell(JSON.stringify(member.default))} when absent.`,
    member.readOnly === true ? "Only in answers." : "",
    member.writeOnly === true ? "Only in requests." : "",
  ];
  return safe(parts.filter((part) => part !== "").join(" "));
}

function locationCell(location: Location): MarkdownCell {
  switch (location.in) {
    case "body":
      return markdownCell("body");
    case "path": case "query": case "header":
      return safe(`${location.in} ${codeCell(location.name)}`);
    case "prefix":
      return safe(`headers ${codeCell(`${location.name}*`)}`);
    case "status":
      return markdownCell("status");
    case "payload":
      return markdownCell("the whole body");
  }
}
