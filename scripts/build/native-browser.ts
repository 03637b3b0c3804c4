interface Api {
  runtime?: { id?: string };
}

const here = globalThis as { browser?: Api; chrome?: Api };

/** The browser's own interface: what our page scripts use of it is the same in all browsers of today. */
export default here.browser?.runtime?.id ? here.browser : here.chrome;
