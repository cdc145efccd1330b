// What generated code says about a service and its operations; protocols and layers read it.

import type { HttpRequest, HttpResponse } from "./call.ts";
import type { ServiceException, ServiceExceptionDetails } from "./errors.ts";
import type { RetryOptions } from "./options.ts";
import type { Reference, Scalar, Shape } from "./shapes.ts";

/** A service, as its document describes it. */
export interface Service {
  readonly name: string;
  readonly userAgent: string;
  /** Gives the URL that the service has in a region; refuses a region that there is none for. */
  readonly url: (region: string | undefined, options: EndpointOptions) => string;
  /** Where the service retries differently from others. */
  readonly retry?: RetryOptions;
}

/** What a service's URL depends on beside the region. */
export interface EndpointOptions {
  readonly useFipsEndpoint?: boolean | undefined;
  readonly useDualstackEndpoint?: boolean | undefined;
}

/** The options of a client that its requests may depend on. */
export interface RequestClient {
  /** The endpoint was given, and is best left as it is. */
  readonly hasOwnEndpoint: boolean;
  readonly forcePathStyle?: boolean | undefined;
  readonly useAccelerateEndpoint?: boolean | undefined;
  readonly uuid: () => string;
}

/** One thing that a service can do. */
export interface Operation<Input, Output> {
  readonly name: string;
  readonly service: Service;
  readonly protocol: Protocol;
  readonly method: string;
  /** Begins with `/`; `{name}` is a label, `{name+}` one that keeps its slashes. */
  readonly path: string;
  /** Constant headers, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Constant query parameters. */
  readonly query?: Readonly<Record<string, string>>;
  readonly input?: Shape;
  readonly output?: Shape;
  /** `false` for an operation that is called without a signature. */
  readonly signed?: false;
  /** Where members of the input travel; members not listed travel in the body. */
  readonly request?: Readonly<Record<string, RequestPlace>>;
  /** Where members of the output travel; members not listed travel in the body. */
  readonly response?: Readonly<Record<string, ResponsePlace>>;
  /** Whether a body is sent even when no member is there to travel in it. REST protocols only. */
  readonly body?: boolean;
  /** Element that holds an XML body, when it isn't `<Operation>Request`. */
  readonly root?: string;
  /** Large bodies go compressed. */
  readonly compressed?: true;
  /** A success may turn out to be a failure once its body is read. */
  readonly errorsInSuccess?: boolean;
  /** What the body of a success holds, when it isn't an object: `any` is another JSON value. */
  readonly answer?: "none" | "any" | "text" | "bytes";
  /** Whether `null` in an answer means something: in a map of values that may be null, or in any JSON. */
  readonly nulls?: true;
  readonly errors?: readonly ErrorCase[];
  /** Never there: carries the types of input and output for the compiler. */
  readonly [types]?: (input: Input) => Output;
}

declare const types: unique symbol;

/** An operation of which only the description matters. */
export type AnyOperation = Operation<never, unknown>;

/** Where a member of the input travels, and by which name when that isn't its own; headers know no case. `as` is its form there when that isn't plain text; without a `decisive` one the request would be another operation's. */
export type RequestPlace =
  | { readonly in: "path"; readonly name?: string; readonly as?: Scalar; readonly style?: "simple" | "label" | "matrix"; readonly explode?: boolean }
  | { readonly in: "query"; readonly name?: string; readonly as?: Scalar; readonly style?: QueryStyle; readonly explode?: boolean; readonly decisive?: true }
  | { readonly in: "header"; readonly name?: string; readonly as?: Scalar; readonly decisive?: true }
  | { readonly in: "prefix"; readonly name: string }
  | PayloadPlace;

/** The whole body; `name` is its element in XML, when that isn't the member's own name. */
export interface PayloadPlace {
  readonly in: "payload";
  readonly name?: string;
  readonly as?: "text" | "bytes";
}

/** How lists and objects are written in a query string; `form` and exploded unless said otherwise. */
export type QueryStyle = "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** Where a member of the output travels; the same holds for its name. */
export type ResponsePlace =
  | { readonly in: "header"; readonly name?: string; readonly as?: Scalar | "number" | "boolean" }
  | { readonly in: "prefix"; readonly name: string }
  | { readonly in: "status"; readonly name?: undefined }
  | PayloadPlace;

/** How a documented failure is recognised: by its name on the wire first, then by its status. */
export interface ErrorCase {
  /**
   * How statuses begin that mean it: 404, a class by its first digit (4, 5), or nothing ("") for every other. These stand last.
   * Without one it is 480 for the first case, 481 for the second and so on up to 499, as documents have it that were converted for AWS.
   */
  readonly status?: number | "";
  /** Says by its `code` which name on the wire this is. When it has none, only the status tells. */
  readonly type: ServiceExceptionClass;
  readonly shape?: Reference;
  /** Reads the members that travel in headers. */
  readonly headers?: (response: HttpResponse) => Members;
  /** Set when the document says that the request may be sent again. */
  readonly retry?: RetryReason;
}

export interface ServiceExceptionClass {
  readonly code?: string;
  new (details: ServiceExceptionDetails): ServiceException;
}

/** Why a failed attempt may be made again. */
export type RetryReason = "transient" | "throttling";

/** Members by their names on the wire. */
export type Members = Readonly<Record<string, unknown>>;

/** Where requests go: the base that each operation's path is added to. */
export interface Endpoint {
  readonly protocol: "https:" | "http:";
  /** Host name, with the port when it isn't the protocol's default. */
  readonly host: string;
  /** Percent-encoded, without a slash at its end; empty at the root. */
  readonly path: string;
}

/** Turns members into a request, and a response into members. One for each wire format. */
export interface Protocol {
  /** Throws an InvalidRequestError when a member can't be sent. */
  readonly request: (operation: AnyOperation, input: Members, endpoint: Endpoint, client?: RequestClient) => HttpRequest;
  /** Throws, best an InvalidRequestError, when the answer can't be read. */
  readonly output: (operation: AnyOperation, response: HttpResponse) => unknown;
  /** Must not throw, whatever the answer is. */
  readonly failure: (operation: AnyOperation, response: HttpResponse) => WireFailure;
}

/** A failure as it stands on the wire. */
export interface WireFailure {
  /** Its name, without namespace or link. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Set when it is known from elsewhere than the headers. */
  readonly requestId?: string | undefined;
  /** As received. */
  readonly fields: Members;
  /** The fields in the form of the shape; throws when they don't fit. */
  readonly read: (shape: Reference | undefined) => Members;
}
