import type { Exchange, HttpResponse } from "./call.ts";
export declare function withoutSecrets({ request: { headers }, response }: Exchange): HttpResponse;
