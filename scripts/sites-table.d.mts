/** `docs/sites.md` as it should be now. */
export function sitesTable(): string;
