// A form, as Query protocols send it → its fields, in order.

import type { HttpRequest } from "../../../templates/src/runtime/call.ts";

export function formOf({ body }: HttpRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(`${body as string}`.split("&").map((piece) => piece.replaceAll("+", " ").split("=").map(decodeURIComponent)) as [string, string][]);
}
