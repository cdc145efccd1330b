// Calls an operation for page after page, and gives the pages, or what is on them, one by one.

/** How an operation divides its answer. */
export interface Paging<Page, Item = never> {
  /** The members of the next input that say where the next page begins; without a value when there is none. */
  readonly tokens: (page: Page) => Readonly<Record<string, unknown>>;
  /** Whether the page says that another follows, for operations that say so. */
  readonly more?: (page: Page) => unknown;
  readonly items?: (page: Page) => readonly Item[] | undefined;
}

/** Pages, and the items on all of them. Each loop begins anew, and asks for a page only when it gets there. */
export interface Pages<Page, Item> extends AsyncIterable<Page> {
  items(): AsyncIterable<Item>;
}

/** Pages of an operation, and what is on them. */
export function iteratePages<Input extends object, Page, Item>(
  input: Input,
  paging: Paging<Page, Item>,
  call: (input: Input) => Promise<Page>,
): Pages<Page, Item> {
  const pages = () => pagesFrom(input, paging, call);
  return {
    [Symbol.asyncIterator]: pages,
    async *items() {
      for await (const page of pages()) yield* paging.items?.(page) ?? [];
    },
  };
}

async function* pagesFrom<Input extends object, Page>(
  input: Input,
  { tokens, more = () => true }: Paging<Page, unknown>,
  call: (input: Input) => Promise<Page>,
): AsyncGenerator<Page, undefined> {
  let before = "";
  for (let next = input; ; ) {
    const page = await call(next);
    yield page;
    const found = Object.entries(tokens(page)).filter(([, value]) => value !== undefined && value !== null && value !== "");
    const place = JSON.stringify(found);
    // A token that comes again leads to where it came from; some services end so.
    if (found.length === 0 || !more(page) || place === before) return undefined;
    before = place;
    next = { ...input, ...Object.fromEntries(found) };
  }
}
