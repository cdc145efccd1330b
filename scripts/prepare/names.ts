// Turns any string of a document into an identifier that is safe and unique, so that nobody downstream has to rename.

/**
 * Names that a shape can't have: JavaScript's and TypeScript's own words and globals that generated code relies on,
 * and the words that openapi-generator's `typescript-fetch` would rename by itself (`config-help -g typescript-fetch
 * --reserved-words --language-specific-primitive`).
 */
const takenTypeNames: ReadonlySet<string> = new Set(
  (
    "any apiresponse array arraybuffer asyncfunction awaited bigint blob blobapiresponse boolean buffer call callable capitalize client clock " +
    "configuration configurationparameters connectionerror console constructorparameters credentials date document double element enum error " +
    "event exception exclude extract fetchapi fetchparams file float forbidden formdata function globalthis headers hooks httpbody httpheaders " +
    "httpmethod httpquery index infinity instancetype integer iterator json jsonapiresponse layer long lowercase map math middleware " +
    "modelpropertynaming module nan node noinfer nonnullable null number object omit omitthisparameter operation pages paging parameters partial pick " +
    "platform promise proxy querystring readonly readonlyarray record reflect regexp request requestcontext requestopts required requirederror " +
    "response responsecontext responsetransformer result returntype send service serviceexception set shape string symbol textapiresponse " +
    "thisparametertype thistype throws timeouterror transport type uint8array uncapitalize undefined unknown uppercase url urlsearchparams " +
    "voidapiresponse waitcondition waiterror waitoptions weakmap weakset window " +
    // What a package offers beside its models.
    "aborterror callerror callevent callmetadata calloptions clientoptions credentialserror credentialsprovider endevent exchange httprequest " +
    "httpresponse invalidrequesterror observer outcome presignoptions redirecterror regionoptions responsetoolargeerror retryfailure " +
    "retryoptions retryreason retrysession retrystrategy signedfetchoptions signingoptions transportlimits unreadableresponseerror " +
    // Each model has a page of its name, and to Windows these are devices.
    "aux con nul prn com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9"
  ).split(" "),
);

/** Words that JavaScript or TypeScript reserve, so that no function or constant may have them. */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "abstract arguments as async await boolean break byte case catch char class const constructor continue debugger default delete do double " +
    "else enum eval export extends false final finally float for from function get goto if implements import in instanceof int interface let " +
    "long native new null number object of package private protected public return set short static string super switch symbol synchronized " +
    "this throw throws transient true try type typeof undefined var void volatile while with yield"
  ).split(" "),
);

/** What the modules of a package declare or import beside its operations: an operation called `Retry` must not hide the layer. */
const ownNames: ReadonlySet<string> = new Set(
  (
    "adaptiveRetry announceAttempts anyUrl attempt awsJson awsQuery blob call client compressBodies connect createClient dateTime deadline ec2Query epochSeconds headerBooleans headerDates headerJson headerList headerNumbers httpDate inBucketHost inHeaders input isCallError iteratePages " +
    "isServiceException layers legacyRetry metadataOf observe options pollUntil presign protocol rest restJson restJsonBare restJsonReader restXml restXmlBare restXmlReader retry revealFailures service signRequests signedFetch " +
    "standardRetry throwErrors withHostPrefix withToken withoutAnswer withoutType"
  ).split(" "),
);

/** `list_pets`, `pets/list`, `ListPets` → the words in it. Anything that isn't an ASCII letter or digit separates. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

/** PascalCase; keeps the inner capitals of each word: `DBInstance` stays, `get-user` becomes `GetUser`. */
export function pascalCase(text: string): string {
  // Very long names make unreadable code and break file systems; what distinguishes them is added by a name space.
  return joined(text).slice(0, 120);
}

function joined(text: string): string {
  const name = wordsOf(text).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `N${name}`;
}

/** camelCase: `BatchMeterUsage` → `batchMeterUsage`, `DBInstance` → `dbInstance`. A number at the end that tells a long name from another stays. */
export function camelCase(text: string): string {
  // Of names that are bounded already, and of what was put behind them to tell them apart: nothing of it may be lost.
  const pascal = joined(text);
  return pascal.replace(/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/, (head) => head.toLowerCase());
}

/** A function or constant name; reserved words and names that the package needs itself get `suffix`. */
export function functionName(text: string, suffix: string): string {
  const name = camelCase(text);
  return reservedWords.has(name) || ownNames.has(name) ? `${name}${suffix}` : name;
}

/** The function that calls an operation. */
export function operationFunction(operation: string): string {
  return functionName(operation, "Operation");
}

/** The constant that describes an operation: `getItemOperation`. */
export function operationConstant(operation: string): string {
  return `${operationFunction(operation)}Operation`;
}

/** Hands out names that are unique without regard to case. */
export interface NameSpace {
  /** Whether the name is still free. */
  readonly isFree: (name: string) => boolean;
  /** Gives the first free one of the candidates, or the last one with a number behind it, and takes it. */
  readonly take: (...candidates: readonly string[]) => string;
}

/** `formsOf` gives every form in which a name will be written, if there are others than itself. */
export function nameSpace(taken: ReadonlySet<string> = new Set(), formsOf: (name: string) => readonly string[] = (name) => [name]): NameSpace {
  const used = new Set(taken);
  // Where counting goes on: twenty thousand names that become the same one would otherwise be counted from the start each time.
  const numbers = new Map<string, number>();
  const isFree = (name: string) => formsOf(name).every((form) => !used.has(form.toLowerCase()));
  return {
    isFree,
    take(...candidates) {
      const last = candidates[candidates.length - 1] ?? "Name";
      let name = candidates.find(isFree) ?? last;
      let number = numbers.get(last) ?? 2;
      for (; !isFree(name); number += 1) name = `${last}${number}`;
      if (number > 2) numbers.set(last, number);
      for (const form of formsOf(name)) used.add(form.toLowerCase());
      return name;
    },
  };
}

/** A name space for shapes and exceptions. */
export function typeNames(): NameSpace {
  return nameSpace(takenTypeNames);
}

/** A name space for operations, whose functions and constants stand in one module. */
export function operationNames(schemas: readonly string[] = []): NameSpace {
  // An operation called `Timeout` has errors of the type `TimeoutError`, which is the runtime's.
  const errors = [...takenTypeNames].filter((name) => name.endsWith("error"));
  // What describes a schema on the wire is called after it, and may be imported beside the operations.
  const descriptions = schemas.map((schema) => `${pascalCase(schema)}Shape`.toLowerCase());
  return nameSpace(new Set([...errors, ...descriptions]), (name) => [name, operationFunction(name), operationConstant(name), `${name}Error`]);
}
